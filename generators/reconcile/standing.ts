import { type KubernetesObject, objectName } from '../kubernetes-object.ts'
import { bootstrapSource, fromAnnotation } from '../objects/flux/kustomization.ts'
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

/** How each expected Kustomization stands. Ready is one that applied exactly the commit, and all that it brought is. */
export const standings = (
  expected: readonly Expected[],
  objects: readonly KubernetesObject[],
  commit: string,
): readonly Standing[] =>
  expected.map(({ namespace, name, place }) => {
    const full = `Kustomization ${namespace}/${name}`
    const object = objects.find((one) => objectName(one) === full)
    if (object === undefined) return { name: full, place, state: 'waiting', message: 'it is not in the cluster' }
    return { name: full, place: placeOf(object) ?? place, ...atCommit(object, commit) }
  })

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

/**
 * The releases and sources that expected Kustomizations brought and that are not ready: a Kustomization only says that
 * it waits for them, they say why.
 */
export const unreadyParts = (
  expected: readonly Expected[],
  objects: readonly KubernetesObject[],
): readonly Standing[] =>
  objects.flatMap((object) => {
    const owner = expected.find((one) => isOwner(one, object))
    if (owner === undefined || object.kind === 'Kustomization') return []
    const readiness = readinessOf(object)
    return readiness.state === 'ready' ? [] : [{ name: objectName(object), place: owner.place, ...readiness }]
  })

/** Flux marks what it applies with the Kustomization that brought it. */
const isOwner = ({ name, namespace }: Expected, { metadata: { labels } }: KubernetesObject): boolean =>
  labels?.['kustomize.toolkit.fluxcd.io/name'] === name && labels['kustomize.toolkit.fluxcd.io/namespace'] === namespace

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
