import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { KustomizePatch } from '../../objects/kustomize/kustomization-file.ts'
import { type Item, onceEach } from './item.ts'
import { applySteps } from './json-patch.ts'
import type { Parse } from './parsing.ts'
import { settled } from './settled.ts'

/** Makes a patch to all that it means. Undefined where it does not apply, or is none that we write. */
export const patching = (parse: Parse) => {
  const made = onceEach<KubernetesObject | undefined>()
  return (items: readonly Item[], { target, patch }: KustomizePatch): readonly Item[] | undefined => {
    const isMeant = ({ object }: Item): boolean => matches(object, target)
    const [content, ...more] = parse(patch) ?? []
    if (more.length > 0) return undefined
    if (isRemoval(content)) return items.filter((item) => !isMeant(item))
    if (!Array.isArray(content)) return undefined
    const result: Item[] = []
    for (const item of items) {
      const object = isMeant(item) ? made(item.object, patch, () => changed(item.object, content)) : item.object
      if (object === undefined) return undefined
      result.push(object === item.object ? item : { ...item, object })
    }
    return result
  }
}

const changed = (object: KubernetesObject, steps: readonly unknown[]): KubernetesObject | undefined => {
  const result = applySteps(object, steps) as KubernetesObject | undefined
  return result && settled(result)
}

const isRemoval = (content: unknown): boolean =>
  isRecord(content) &&
  content.$patch === 'delete' &&
  Object.keys(content).every((key) => ['$patch', 'apiVersion', 'kind', 'metadata'].includes(key))

/** Whether a target means an object: what it does not say may be anything. */
const matches = (
  { apiVersion, kind, metadata }: KubernetesObject,
  target: Partial<KustomizePatch['target']>,
): boolean => {
  const slash = apiVersion.indexOf('/')
  const said = {
    group: apiVersion.slice(0, Math.max(0, slash)),
    version: apiVersion.slice(slash + 1),
    kind,
    name: metadata.name,
  }
  return Object.entries(target).every(([key, value]) => said[key as keyof typeof said] === value)
}
