import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { ConfigMapGenerator } from '../../objects/kustomize/kustomization-file.ts'
import { nameOf } from '../../output/directory.ts'
import type { Item } from './item.ts'

/**
 * Generates a ConfigMap of files, or lays them over one that a layer above has. It never gets a hash behind its name.
 * Undefined where kustomize would refuse.
 * @param read the text of a file beside the kustomization; undefined where there is none
 */
export const withConfigMap = (
  items: readonly Item[],
  generator: ConfigMapGenerator,
  read: (file: string) => string | undefined,
): readonly Item[] | undefined => {
  const { name, behavior = 'create', files } = generator
  const texts = files.map((file) => [nameOf(file), read(file)] as const)
  // What is no text becomes binary data, which we never write.
  if (texts.some(([, text]) => text === undefined || text.includes('\uFFFD'))) return undefined
  const fresh = generated(generator, Object.fromEntries(texts) as Readonly<Record<string, string>>)
  const old = items.filter(({ object }) => object.kind === 'ConfigMap' && object.metadata.name === name)
  if (behavior === 'create') return old.length === 0 ? [...items, { object: fresh }] : undefined
  if (old.length !== 1) return undefined
  const merged = overlaid(old[0]!.object, fresh, behavior)
  return items.map((item) => (item === old[0] ? { ...item, object: merged } : item))
}

const generated = (
  { name, options: { labels, annotations } = {} }: ConfigMapGenerator,
  data: Readonly<Record<string, string>>,
): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...(labels && { labels }), ...(annotations && { annotations }) },
  data,
})

/** Labels and annotations come together either way; data does where it is merged. */
const overlaid = (old: KubernetesObject, fresh: KubernetesObject, behavior: 'merge' | 'replace'): KubernetesObject => {
  const labels = { ...old.metadata.labels, ...fresh.metadata.labels }
  const annotations = { ...old.metadata.annotations, ...fresh.metadata.annotations }
  return {
    ...(behavior === 'merge' ? old : fresh),
    metadata: {
      ...old.metadata,
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    data: behavior === 'merge' ? { ...(old.data as object), ...(fresh.data as object) } : fresh.data,
  }
}
