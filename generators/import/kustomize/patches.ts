import { parseAllDocuments } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Note, Origin } from '../note.ts'
import { dialect } from '../reading/dialect.ts'
import { jsonPatched } from './json-patch.ts'
import { mapsIn } from './lists.ts'
import { isTarget, targetOfPatch } from './patch-target.ts'
import { groupOf, type Resource } from './resource.ts'
import { strategicMerge } from './strategic-merge.ts'

type Fields = Readonly<Record<string, unknown>>

/** A patch as it is written: its text, and what it is for. */
export interface Patch {
  readonly text: string
  readonly target?: Fields
  readonly origin: Origin
}

/** Applies a patch to what it is for. One that does not fit is told, and what it was for stays as it is. */
export const patched = (resources: readonly Resource[], patch: Patch, notes: Note[]): readonly Resource[] =>
  contentsOf(patch, notes).reduce<readonly Resource[]>((all, content) => {
    const target = patch.target ?? (isRecord(content) ? targetOfPatch(content) : {})
    return all.flatMap((resource) => {
      if (!isTarget(resource.object, target)) return [resource]
      const object = patchedObject(resource.object, content)
      if (object === undefined) notes.push(misfit(patch.origin, resource))
      return object === 'deleted' ? [] : [{ ...resource, object: object ?? resource.object }]
    })
  }, resources)

/** What is laid over an object: a map, or the steps of a JSON patch. */
type Content = Fields | readonly Fields[]

const contentsOf = ({ text, origin }: Patch, notes: Note[]): readonly Content[] => {
  const documents = parseAllDocuments(text, dialect)
  const contents = documents.map((one) => (one.errors.length > 0 ? undefined : (one.toJS() as unknown)))
  const isLegible = contents.every((one) => one === null || isRecord(one) || Array.isArray(one))
  if (!isLegible) {
    notes.push({
      kind: 'skipped',
      origin,
      what: `a patch in ${origin.file}`,
      why: 'is no YAML, and was not applied',
      fix: 'write what it changes into the draft',
    })
    return []
  }
  return contents.flatMap((one): readonly Content[] =>
    Array.isArray(one) ? [mapsIn(one)] : isRecord(one) ? [one] : [],
  )
}

const patchedObject = (object: KubernetesObject, content: Content): KubernetesObject | 'deleted' | undefined => {
  if (isSteps(content)) return jsonPatched(object, content) as KubernetesObject | undefined
  if (content.$patch === 'delete') return 'deleted'
  const { apiVersion, kind, metadata } = object
  const merged = strategicMerge(object, content, isBuiltIn(object)) as KubernetesObject
  // A patch names what it is for; it does not rename it.
  const { name, namespace } = metadata
  return {
    ...merged,
    apiVersion,
    kind,
    metadata: { ...merged.metadata, name, ...(namespace === undefined ? {} : { namespace }) },
  }
}

const isSteps = (content: Content): content is readonly Fields[] => Array.isArray(content)

/** Of custom resources kustomize knows no lists whose entries could be told apart. */
const isBuiltIn = (object: KubernetesObject): boolean =>
  !groupOf(object).includes('.') || groupOf(object).endsWith('.k8s.io')

const misfit = (origin: Origin, { object }: Resource): Note => ({
  kind: 'decide',
  origin,
  what: `${object.kind} ${object.metadata.name}`,
  why: `is not changed by the patch in ${origin.file}, which names a path that is not there`,
  fix: 'see what the patch was to do, and write it into the draft',
})
