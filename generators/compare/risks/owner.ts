import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { keepMarks } from '../../objects/kubernetes/keep.ts'
import { at } from '../../plan/values.ts'
import { isApplication } from '../../verify/argo-application.ts'
import { isKustomization } from '../../verify/units.ts'
import type { ObjectChange } from '../change.ts'
import type { Deployed } from '../deployed.ts'
import type { Subject } from './subject.ts'

/** Whoever applies what others bring, and may prune it: a Flux Kustomization or an Application of Argo CD. */
export const isOwner = (object: KubernetesObject): boolean => isKustomization(object) || isApplication(object)

/** Whoever applies a component. */
export const ownerOf = (deployed: Deployed | undefined): KubernetesObject | undefined => deployed?.control.find(isOwner)

/**
 * What keeps an object in the cluster that leaves the tree: begins a sentence without its full stop. Undefined where
 * nothing does, and it is deleted.
 */
export const keeperOf = (object: KubernetesObject, { change, pair }: Subject): string | undefined => {
  const { annotations = {} } = object.metadata
  if (annotations[helmPolicy] === 'keep') return `its annotation ${helmPolicy} says keep`
  const last = ownerOf(pair.before)
  const owner = ownerOf(pair.after)
  const goesAway = owner === undefined
  if (last !== undefined && isApplication(last)) return keptByArgo(object, owner ?? last, goesAway)
  const byOwner = last === undefined ? undefined : keptByFlux(owner ?? last, goesAway)
  // Helm deletes what its chart no longer brings, whatever Flux's marks say, as long as there is a release.
  if (isOfChart(object, change.change.charted)) return goesAway ? byOwner : undefined
  // What stands in a cluster's own folder is applied by an owner that is not in the tree: then either mark counts.
  return keptByMark(object) ?? byOwner ?? (last === undefined ? keptByOption(object, 'Prune=false') : undefined)
}

const isOfChart = (object: KubernetesObject, charted: readonly ObjectChange[] = []): boolean =>
  charted.some(({ before }) => before === object)

const helmPolicy = 'helm.sh/resource-policy'
const [fluxMark = '', fluxKeeps] = Object.entries(keepMarks.labels)[0] ?? []
const argoMark = 'argocd.argoproj.io/sync-options'

/** Whether it stays in the cluster whoever owned it. */
export const isMarkedKept = (object: KubernetesObject): boolean =>
  keptByMark(object) !== undefined || keptByOption(object, 'Prune=false') !== undefined

/** Flux reads its mark as a label or as an annotation. */
const keptByMark = ({ metadata: { labels, annotations } }: KubernetesObject): string | undefined =>
  [labels, annotations].some((marks) => marks?.[fluxMark] === fluxKeeps)
    ? `its label ${fluxMark} says ${fluxKeeps}`
    : undefined

/** A Kustomization that goes away while it is suspended leaves everything behind. */
const keptByFlux = (owner: KubernetesObject, goesAway: boolean): string | undefined => {
  const { prune, suspend, deletionPolicy = 'MirrorPrune' } = isRecord(owner.spec) ? owner.spec : {}
  const name = `Kustomization ${owner.metadata.name}`
  if (suspend === true) return `${name} is suspended`
  if (!goesAway) return prune === true ? undefined : `${name} does not prune`
  if (deletionPolicy === 'Orphan') return `the deletionPolicy of ${name} is Orphan`
  return prune === true || deletionPolicy !== 'MirrorPrune' ? undefined : `${name} does not prune`
}

const keptByArgo = (object: KubernetesObject, owner: KubernetesObject, goesAway: boolean): string | undefined => {
  const byOption = keptByOption(object, goesAway ? 'Delete=false' : 'Prune=false')
  if (byOption !== undefined) return byOption
  const name = `Application ${owner.metadata.name}`
  if (goesAway) return cascades(owner) ? undefined : `${name} has no finalizer that removes what it brought`
  return at(owner.spec, 'syncPolicy.automated.prune') === true ? undefined : `${name} does not prune by itself`
}

const keptByOption = ({ metadata: { annotations } }: KubernetesObject, option: string): string | undefined =>
  (annotations?.[argoMark] ?? '').split(',').includes(option) ? `its annotation ${argoMark} says ${option}` : undefined

const cascades = ({ metadata: { finalizers } }: KubernetesObject): boolean =>
  Array.isArray(finalizers) &&
  finalizers.some((one) => String(one).startsWith('resources-finalizer.argocd.argoproj.io'))
