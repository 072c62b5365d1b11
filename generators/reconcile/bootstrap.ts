import { type KubernetesObject, objectName } from '../kubernetes-object.ts'
import { bootstrapObjects, type Origin } from '../objects/flux/bootstrap.ts'
import { folderAt } from '../objects/flux/kustomization.ts'
import { type Kubectl, Refusal } from '../output/kubectl.ts'
import { ensure, fluxObjects } from './cluster.ts'

/** Tells the cluster's Flux where its tree is, unless it knows. */
export const bootstrap = async (ask: Kubectl, origin: Origin): Promise<void> => {
  for (const object of bootstrapObjects(origin)) await ensure(ask, object)
}

/** Refuses a cluster whose Flux follows another tree: if it followed this one, it would prune all that it has applied. */
export const expectOwn = async (ask: Kubectl, origin: Origin): Promise<void> => {
  const conflict = otherTree(origin, await fluxObjects(ask))
  if (conflict !== undefined) throw new Refusal(conflict)
}

const sameIn = (present: readonly KubernetesObject[], object: KubernetesObject): KubernetesObject | undefined =>
  present.find((other) => objectName(other) === objectName(object))

/** Which other tree the cluster's Flux follows, in one sentence; undefined when it follows none, or this one. */
export const otherTree = (origin: Origin, present: readonly KubernetesObject[]): string | undefined => {
  const { cluster, url, branch } = origin
  const [source, root] = bootstrapObjects(origin).map((object) => sameIn(present, object)?.spec) as [
    { readonly url: string; readonly ref?: { readonly branch?: string } } | undefined,
    { readonly path: string } | undefined,
  ]
  if (root !== undefined && folderAt(root.path) !== `clusters/${cluster}`)
    return `its Flux follows ${root.path}, not ./clusters/${cluster}: is it another cluster of the fleet?`
  if (source !== undefined && source.url !== url)
    return `its Flux follows ${source.url}, not ${url}: say --url ${source.url} if that is the same repository`
  if (source !== undefined && source.ref?.branch !== branch)
    return `its Flux follows the branch ${source.ref?.branch ?? 'master'}, not ${branch}`
  return undefined
}
