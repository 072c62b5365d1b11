import { type KubernetesObject, objectName } from '../kubernetes-object.ts'
import { bootstrapSource } from '../objects/flux/kustomization.ts'
import { fromAnnotation } from '../objects/from-annotation.ts'
import type { ClusterPlan } from '../plan/placement.ts'
import type { Place, Problem } from '../problem.ts'
import { type Readiness, readinessOf } from './readiness.ts'

/** A Kustomization that the fleet wants in the cluster. */
export interface Expected {
  readonly namespace: string
  readonly name: string
  readonly place: Place
}

/** The Kustomizations of a cluster: the one that Flux is bootstrapped with, and one a component. */
export const expectedOf = ({ cluster, placements }: ClusterPlan): readonly Expected[] => [
  { ...bootstrapSource, place: cluster.place },
  ...placements.map(({ name, namespace, place }) => ({ namespace: namespace.name, name, place })),
]

/** How something that the fleet wants stands in the cluster. */
export interface Standing extends Readiness {
  /** `HelmRelease monitoring/loki` */
  readonly name: string
  readonly place: Place
}

/**
 * How the cluster stands: each expected Kustomization, which is ready when it applied exactly the commit and all that it
 * brought is, and whatever else Flux applied there and is not ready. A Kustomization only says that it waits for its
 * releases and sources; they say why.
 */
export const standings = (
  expected: readonly Expected[],
  objects: readonly KubernetesObject[],
  commit: string,
): readonly Standing[] => {
  const wanted = expected.map((one) => standingOf(one, objects, commit))
  const names = new Set(wanted.map(({ name }) => name))
  return [...wanted, ...objects.filter((one) => !names.has(objectName(one))).flatMap((one) => unready(one, expected))]
}

const standingOf = (
  { namespace, name: short, place }: Expected,
  objects: readonly KubernetesObject[],
  commit: string,
): Standing => {
  const name = `Kustomization ${namespace}/${short}`
  const object = objects.find((one) => objectName(one) === name)
  if (object === undefined) return { name, place, state: 'waiting', message: 'it is not in the cluster' }
  return { name, place: placeOf(object) ?? place, ...atCommit(object, commit) }
}

/** As the object itself says: the cluster may hold an older fleet than the one at hand. */
const placeOf = ({ metadata }: KubernetesObject): Place | undefined =>
  metadata.annotations?.[fromAnnotation]?.split('.')

const atCommit = (object: KubernetesObject, commit: string): Readiness => {
  const readiness = readinessOf(object)
  const { lastAppliedRevision = 'nothing' } = (object.status ?? {}) as { lastAppliedRevision?: string }
  return readiness.state !== 'ready' || lastAppliedRevision.endsWith(`:${commit}`)
    ? readiness
    : { state: 'waiting', message: `it has applied ${lastAppliedRevision}, not yet ${commit}` }
}

/** Something that an expected Kustomization brought, or that Flux removes since the fleet has it no more. */
const unready = (object: KubernetesObject, expected: readonly Expected[]): readonly Standing[] => {
  const { labels = {}, deletionTimestamp } = object.metadata
  // Flux marks what it applies with the Kustomization that brought it.
  const [name, namespace] = ['name', 'namespace'].map((part) => labels[`kustomize.toolkit.fluxcd.io/${part}`])
  const owner = expected.find((one) => one.name === name && one.namespace === namespace)
  if (name === undefined || (owner === undefined && deletionTimestamp === undefined)) return []
  const readiness = readinessOf(object)
  const place = placeOf(object) ?? owner?.place ?? []
  return readiness.state === 'ready' ? [] : [{ name: objectName(object), place, ...readiness }]
}

/** What is not ready, as a problem of the fleet. */
export const notReady = ({ name, place, message }: Standing): Problem => {
  const [kind = '', path = ''] = name.split(' ')
  const [namespace, object] = path.split('/')
  return {
    rule: 'ready',
    place,
    reason: `${name} is not Ready: ${message}`,
    fix: `see kubectl describe ${kind.toLowerCase()} -n ${namespace} ${object}, mend the fleet, render, commit and push`,
  }
}
