import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'

/**
 * Takes from generated ConfigMaps and Secrets the hash that kustomize appended to their names, and from all that names
 * them: a hash says that the content changed, which is compared anyway.
 */
export const withoutHashes = (objects: readonly KubernetesObject[]): readonly KubernetesObject[] => {
  const names = new Map(objects.filter(isGenerated).map(({ metadata: { name } }) => [name, name.replace(hash, '')]))
  return names.size === 0 ? objects : objects.map((object) => renamed(object, names) as KubernetesObject)
}

/** Kustomize leaves out the characters that could make a word. */
const hash = /-[2456789bcdfghkmt]{10}$/

const isGenerated = ({ apiVersion, kind, metadata }: KubernetesObject): boolean =>
  apiVersion === 'v1' && ['ConfigMap', 'Secret'].includes(kind) && hash.test(metadata.name)

const renamed = (value: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return names.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => renamed(item, names))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, renamed(member, names)]))
}
