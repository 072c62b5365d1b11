import { grouped } from '../../grouped.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { kubernetesName } from '../clusters/entries.ts'
import type { Delivered, Owner } from '../clusters/reconcile.ts'
import type { Origin } from '../note.ts'
import { folderOf, isWithin } from '../paths.ts'

/** Plain objects of one cluster that belong together. */
export interface ImportedManifests {
  readonly name: string
  readonly namespace: string
  readonly objects: readonly KubernetesObject[]
  readonly owner: Owner
  readonly origin: Origin
}

/** An object, with the namespace that it had before the component came to say it. */
export interface Homed extends Delivered {
  /** Undefined for what stands in no namespace. */
  readonly home: string | undefined
}

/** Names that a namespace has for itself, or that name no thing. */
const general =
  /^(apps?|base|bases|components?|configs?|controllers?|core|crds?|infrastructure|kubernetes|manifests|overlays|production|resources|staging|)$/
const reserved = /^(kustomization|network-policies|secrets)$/

/** Objects by whose Kustomization brings them or which folder they stand in, a group for each namespace. */
export const manifestGroups = (
  objects: readonly Homed[],
  releases: ReadonlySet<string>,
): readonly ImportedManifests[] => {
  const all = placed(objects)
  const foldersOf = grouped(all, ownerKey)
  const nameOf = (one: Placed) => groupName(one, foldersOf.get(ownerKey(one)) ?? [])
  return [...grouped(all, (one) => `${one.namespace}/${nameOf(one)}`)].map(([key, members]) =>
    group(key.slice(key.indexOf('/') + 1), members, releases),
  )
}

const ownerKey = ({ one, namespace }: Placed): string => `${namespace}/${one.owner.key}`

interface Placed {
  readonly one: Homed
  readonly namespace: string
}

/** What stands in no namespace goes with what its folder or Kustomization has in one. */
const placed = (objects: readonly Homed[]): readonly Placed[] =>
  objects.map((one) => {
    const beside = (isNear: (other: Homed) => boolean) =>
      objects.find((other) => other.home !== undefined && isNear(other))?.home
    const namespace =
      one.home ??
      beside((other) => folderOf(other.origin.file) === folderOf(one.origin.file)) ??
      one.owner.targetNamespace ??
      beside((other) => other.owner.key === one.owner.key && one.owner.key !== '')
    return { one, namespace: namespace === undefined || namespace === 'flux-system' ? 'default' : namespace }
  })

/** The Kustomization's name where it is about one thing, or else the folder's. */
const groupName = ({ one: { owner, origin }, namespace }: Placed, beside: readonly Placed[]): string => {
  const folders = new Set(beside.map(({ one }) => folderOf(one.origin.file)))
  const isOfNamespace = owner.key.startsWith(`${namespace}/`)
  const isAboutOne = isOfNamespace || (folders.size === 1 && isWithin(origin.file, owner.folder))
  const steps = folderOf(origin.file).split('/').toReversed()
  const folder = steps.find((step) => !general.test(step))
  return kubernetesName((isAboutOne && owner.name !== '' ? owner.name : folder) ?? owner.name) || 'objects'
}

const group = (name: string, members: readonly Placed[], releases: ReadonlySet<string>): ImportedManifests => {
  const [first] = members
  if (first === undefined) throw new Error('a group has a member')
  const isTaken = releases.has(`${first.namespace}/${name}`) || reserved.test(name)
  return {
    name: isTaken ? `${name}-objects` : name,
    namespace: first.namespace,
    objects: members.map(({ one }) => one.object),
    owner: first.one.owner,
    origin: first.one.origin,
  }
}
