import { checkObject } from '../../check/folder.ts'
import type { Schemas } from '../../check/schema/schemas.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { isClusterScoped } from '../../objects/kubernetes/cluster-scoped.ts'
import { at } from '../../plan/values.ts'
import type { Entry } from '../clusters/entries.ts'
import { type Delivered, delivered } from '../clusters/reconcile.ts'
import { groupOf } from '../kustomize/resource.ts'
import type { Homed } from '../manifests/groups.ts'
import type { Note } from '../note.ts'
import type { ReadFolder } from '../reading/documents.ts'
import { type ImportedRelease, importedRelease } from '../releases/release.ts'
import { isEncrypted, secretNotes } from './secret-notes.ts'

/** What one cluster gets: releases, plain objects, and the namespaces and Secrets that it speaks of. */
export interface ImportedCluster {
  readonly name: string
  readonly releases: readonly ImportedRelease[]
  readonly objects: readonly Homed[]
  readonly namespaces: readonly Delivered[]
  readonly secrets: readonly Delivered[]
  /** Files that anything of it comes from. */
  readonly files: ReadonlySet<string>
}

/** What is needed to import: what was read, what charts of the catalogue are at, and schemas to hold objects against. */
export interface Importing {
  readonly read: ReadFolder
  readonly catalogued: (chart: string) => string | undefined
  readonly schemas: Schemas
  readonly notes: Note[]
}

export const importedCluster = (entry: Entry, { read, catalogued, schemas, notes }: Importing): ImportedCluster => {
  const all = delivered(entry, read, notes)
  const releases = all
    .filter(({ object }) => object.kind === 'HelmRelease')
    .flatMap((one) =>
      isFluxOwn(one) ? told(one, fluxOwn, notes) : (importedRelease(one, all, catalogued, notes) ?? []),
    )
  const values = new Set(releases.flatMap(({ valuesFrom }) => valuesFrom))
  const secrets = all.filter(({ object }) => object.kind === 'Secret')
  notes.push(...secrets.flatMap(secretNotes))
  const plain = all.filter((one) => !isPlumbing(one) && !values.has(keyOf(one)))
  return {
    name: entry.cluster,
    releases,
    objects: once(plain, notes).flatMap((one) => taken(one, schemas, notes)),
    namespaces: all.filter(({ object }) => object.kind === 'Namespace'),
    secrets,
    files: new Set(all.map(({ origin }) => origin.file)),
  }
}

const keyOf = ({ object }: Delivered): string =>
  object.kind === 'ConfigMap' ? `${object.metadata.namespace ?? 'default'}/${object.metadata.name}` : ''

/** Sources and releases are told by the components that need them; Namespaces and Secrets have words of their own. */
const isPlumbing = ({ object }: Delivered): boolean =>
  ['HelmRelease', 'Namespace', 'Secret', 'ArtifactGenerator'].includes(object.kind) ||
  groupOf(object) === 'source.toolkit.fluxcd.io'

const isFluxOwn = ({ object }: Delivered): boolean =>
  (at(object.spec, 'targetNamespace') ?? object.metadata.namespace) === 'flux-system' && !isClusterScoped(object)

const fluxOwn: Pick<Note, 'fix' | 'why'> = {
  why: "stands in flux-system, where nothing but Flux's own has its place",
  fix: 'leave it to bootstrap, or move it into another namespace',
}

const encrypted: Pick<Note, 'fix' | 'why'> = {
  why: 'is encrypted with SOPS, and cannot be read',
  fix: 'keep what is secret in a Secret, and write down the rest',
}

const told = ({ object, origin }: Delivered, said: Pick<Note, 'fix' | 'why'>, notes: Note[]): readonly [] => {
  notes.push({ kind: 'skipped', origin, what: nameOf(object), ...said })
  return []
}

const nameOf = ({ kind, metadata }: KubernetesObject): string =>
  `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`

/** A fleet is read by people. What is longer than this nobody wrote by hand. */
const longest = 64 * 1024

/** An object as a fleet has it; none that is too long to be read, or that no API server would take. */
const taken = (one: Delivered, schemas: Schemas, notes: Note[]): readonly Homed[] => {
  if (isFluxOwn(one)) return told(one, fluxOwn, notes)
  if (isEncrypted(one.object)) return told(one, encrypted, notes)
  const object = written(one.object)
  if (JSON.stringify(object).length > longest) {
    return told(one, { why: 'is longer than 64 KiB', fix: 'bring it by a chart, or build it in TypeScript' }, notes)
  }
  const [problem] = checkObject(object, nameOf(one.object), () => [], schemas)
  if (problem === undefined) return [{ ...one, object, home: homeOf(one) }]
  return told(
    one,
    { why: `is not as its schema wants it: ${problem.reason.replace(/^.*?: /, '')}`, fix: problem.fix },
    notes,
  )
}

const homeOf = ({ object, owner }: Delivered): string | undefined =>
  isClusterScoped(object) ? undefined : (object.metadata.namespace ?? owner.targetNamespace ?? 'default')

/** What two Kustomizations bring has two owners, who would fight over it. */
const once = (all: readonly Delivered[], notes: Note[]): readonly Delivered[] => {
  const first = new Map<string, Delivered>()
  return all.flatMap((one) => {
    const identity = `${groupOf(one.object)} ${nameOf(one.object)}`
    if (first.has(identity))
      return told(one, { why: 'is brought twice to one cluster', fix: 'see that the first is the right one' }, notes)
    first.set(identity, one)
    return [one]
  })
}

/** What a person would write of an object: no status, nothing empty, and nothing that its component says. */
const written = ({ apiVersion, kind, metadata, status: _, ...others }: KubernetesObject): KubernetesObject => {
  const { name, namespace: __, creationTimestamp: ___, managedFields: ____, ...kept } = metadata
  const isFull = (value: unknown): boolean => !isRecord(value) || Object.keys(value).length > 0
  const full = Object.entries(kept).filter(([, value]) => isFull(value))
  return { apiVersion, kind, metadata: { name, ...Object.fromEntries(full) }, ...others }
}
