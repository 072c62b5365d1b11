import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { dataOf } from '../config-map.ts'

/** What a container finds where it runs. */
export interface ContainerView {
  /** Text of the files that ConfigMaps bring, by absolute path. */
  readonly files: ReadonlyMap<string, string>
  /** Variables, with a stand-in for each value that the cluster alone knows. */
  readonly env: Readonly<Record<string, string>>
}

/** What the container sees that reads a key of a ConfigMap; nothing where no workload beside it does. */
export const viewOf = (configMap: KubernetesObject, objects: readonly KubernetesObject[]): ContainerView => {
  const views = objects.flatMap((object) => viewsIn(object, objects))
  return views.find(({ sees }) => sees.has(configMap)) ?? { files: new Map(), env: {} }
}

interface View extends ContainerView {
  readonly sees: ReadonlySet<KubernetesObject>
}

interface PodSpec {
  readonly containers?: readonly Container[]
  readonly volumes?: readonly Volume[]
}
interface Variable {
  readonly name: string
  readonly value?: string
  readonly valueFrom?: { readonly fieldRef?: { readonly fieldPath: string } }
}
interface Container {
  readonly env?: readonly Variable[]
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly subPath?: string }[]
}
interface Volume {
  readonly name: string
  readonly configMap?: {
    readonly name?: string
    readonly items?: readonly { readonly key: string; readonly path: string }[]
  }
}

const viewsIn = (object: KubernetesObject, objects: readonly KubernetesObject[]): readonly View[] => {
  const { containers = [], volumes = [] } = (at(object, 'spec.template.spec') ?? {}) as PodSpec
  return containers.map(({ env = [], volumeMounts = [] }) => {
    const files = new Map<string, string>()
    const sees = new Set<KubernetesObject>()
    for (const { name, mountPath, subPath } of volumeMounts) {
      const { configMap } = volumes.find((volume) => volume.name === name) ?? {}
      const source = objects.find((one) => one.kind === 'ConfigMap' && one.metadata.name === configMap?.name)
      if (source === undefined) continue
      sees.add(source)
      for (const [path, text] of filesOf(source, configMap?.items)) {
        if (subPath === undefined) files.set(`${mountPath.replace(/\/$/, '')}/${path}`, text)
        else if (subPath === path) files.set(mountPath, text)
      }
    }
    return {
      files,
      sees,
      env: Object.fromEntries(env.map(({ name, value, valueFrom }) => [name, value ?? standIn(valueFrom)])),
    }
  })
}

const standIn = (source: Variable['valueFrom']): string =>
  source?.fieldRef?.fieldPath.endsWith('IP') ? '127.0.0.1' : 'stand-in'

const filesOf = (configMap: KubernetesObject, items: NonNullable<Volume['configMap']>['items']) =>
  items === undefined
    ? Object.entries(dataOf(configMap))
    : items.flatMap(({ key, path }) => {
        const text = dataOf(configMap)[key]
        return text === undefined ? [] : [[path, text] as const]
      })
