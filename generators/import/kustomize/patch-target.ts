import type { KubernetesObject } from '../../kubernetes-object.ts'
import { mapOr } from './lists.ts'
import { groupOf } from './resource.ts'

type Fields = Readonly<Record<string, unknown>>

/** Whether a patch is meant for an object. Names and namespaces are patterns, as kustomize has it. */
export const isTarget = (object: KubernetesObject, target: Fields): boolean => {
  const { kind, group, version, name, namespace, labelSelector, annotationSelector } = target
  const [, itsVersion] = /([^/]*)$/.exec(object.apiVersion) ?? []
  return (
    isLike(kind, object.kind) &&
    isLike(group, groupOf(object)) &&
    isLike(version, itsVersion ?? '') &&
    isLike(name, object.metadata.name) &&
    isLike(namespace, object.metadata.namespace ?? 'default') &&
    isSelected(labelSelector, mapOr(object.metadata.labels)) &&
    isSelected(annotationSelector, mapOr(object.metadata.annotations))
  )
}

const isLike = (pattern: unknown, text: string): boolean => {
  if (typeof pattern !== 'string' || pattern === '') return true
  try {
    return new RegExp(`^(?:${pattern})$`).test(text)
  } catch {
    return pattern === text
  }
}

/** `app=podinfo,tier!=test,owned`. */
const isSelected = (selector: unknown, marks: Fields): boolean => {
  if (typeof selector !== 'string' || selector.trim() === '') return true
  return selector.split(',').every((term) => {
    const [, name = '', operator, value] = /^\s*(!?[\w./-]+)\s*(?:(!?==?)\s*(\S*))?\s*$/.exec(term) ?? []
    if (operator === undefined) return name.startsWith('!') ? !(name.slice(1) in marks) : name in marks
    return operator.startsWith('!') ? marks[name] !== value : marks[name] === value
  })
}

/** What a patch without a target is for: the object of the same name. */
export const targetOfPatch = ({ apiVersion, kind, metadata }: Fields): Fields => {
  const { name, namespace } = mapOr(metadata)
  const exactly = (text: unknown) => (typeof text === 'string' ? escaped(text) : undefined)
  return {
    kind: exactly(kind),
    group: typeof apiVersion === 'string' ? escaped(groupOf({ apiVersion })) : undefined,
    name: exactly(name),
    namespace: exactly(namespace),
  }
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
