import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Origin } from '../note.ts'
import { folderOf, joined } from '../paths.ts'
import { mapOr, mapsIn, textOr, textsIn } from './lists.ts'
import type { Resource } from './resource.ts'

type Fields = Readonly<Record<string, unknown>>
type Text = (path: string) => string | undefined

/** What the generators of a kustomization make. Names are without the hash that kustomize appends: all that refer to them are, too. */
export const generated = (kustomization: Fields, origin: Origin, text: Text): readonly Resource[] => [
  ...mapsIn(kustomization.configMapGenerator).map((one) => generatedMap('ConfigMap', one, kustomization, origin, text)),
  // What is in a Secret is never read.
  ...mapsIn(kustomization.secretGenerator).map((one) => generatedMap('Secret', one, kustomization, origin)),
]

const generatedMap = (
  kind: string,
  generator: Fields,
  { generatorOptions }: Fields,
  origin: Origin,
  text?: Text,
): Resource => {
  const { name, namespace, options } = generator
  const { labels, annotations } = { ...mapOr(generatorOptions), ...mapOr(options) }
  const object: KubernetesObject = {
    apiVersion: 'v1',
    kind,
    metadata: {
      name: textOr(name, ''),
      ...(typeof namespace === 'string' ? { namespace } : {}),
      ...(labels === undefined ? {} : { labels: mapOr(labels) as Record<string, string> }),
      ...(annotations === undefined ? {} : { annotations: mapOr(annotations) as Record<string, string> }),
    },
    ...(text === undefined ? {} : { data: dataOf(generator, folderOf(origin.file), text) }),
  }
  return { object, origin }
}

const dataOf = ({ files, literals, envs }: Fields, folder: string, text: Text): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...textsIn(files).map((written) => {
      const [key, path] = written.includes('=') ? split(written) : [written.split('/').at(-1) ?? '', written]
      return [key, text(joined(folder, path)) ?? '']
    }),
    ...textsIn(literals).map((written) => [split(written)[0], split(written)[1].replace(/^(['"])(.*)\1$/, '$2')]),
    ...textsIn(envs).flatMap((path) =>
      (text(joined(folder, path)) ?? '')
        .split('\n')
        .filter((line) => line.includes('=') && !line.startsWith('#'))
        .map(split),
    ),
  ])

const split = (written: string): [string, string] => {
  const index = written.indexOf('=')
  return index < 0 ? [written, ''] : [written.slice(0, index), written.slice(index + 1)]
}

/** Adds what was generated: laid over or in place of one of the same name, where the generator says so. */
export const withGenerated = (
  resources: readonly Resource[],
  made: readonly Resource[],
  kustomization: Fields,
): readonly Resource[] => {
  const generators = [...mapsIn(kustomization.configMapGenerator), ...mapsIn(kustomization.secretGenerator)]
  const all = [...resources]
  for (const [index, one] of made.entries()) {
    const behavior = generators[index]?.behavior
    const at = all.findIndex((old) => isSameName(old, one))
    const old = behavior === 'merge' || behavior === 'replace' ? all[at] : undefined
    if (old === undefined) all.push(one)
    else
      all[at] = {
        ...old,
        object: {
          ...old.object,
          data: { ...(behavior === 'merge' ? mapOr(old.object.data) : {}), ...mapOr(one.object.data) },
        },
      }
  }
  return all
}

const isSameName = ({ object }: Resource, other: Resource): boolean =>
  object.kind === other.object.kind && object.metadata.name === other.object.metadata.name
