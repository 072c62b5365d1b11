import type { KubernetesObject } from '../kubernetes-object.ts'
import { folderAt } from '../objects/flux/kustomization.ts'
import { isApplication, sourcesOf } from './argo-application.ts'

/** What a controller applies by itself: a Flux Kustomization, or an Application of Argo CD. */
export interface Unit {
  readonly kind: 'Application' | 'Kustomization'
  /** `monitoring/loki` */
  readonly name: string
  /** The folders that it builds, from the root of the repository, without `./`. None for a chart. */
  readonly folders: readonly string[]
  /** Names of units of its kind that it waits for. */
  readonly dependsOn: readonly string[]
}

/** The units among objects, whichever controller they are for. */
export const unitsIn = (objects: readonly KubernetesObject[]): readonly Unit[] => [
  ...objects.filter(isKustomization).map(kustomizationUnit),
  ...objects.filter(isApplication).map(applicationUnit),
]

export const isKustomization = ({ apiVersion, kind }: KubernetesObject): boolean =>
  apiVersion.startsWith('kustomize.toolkit.fluxcd.io/') && kind === 'Kustomization'

const kustomizationUnit = ({ metadata, spec }: KubernetesObject): Unit => {
  const { path = '', dependsOn = [] } = (spec ?? {}) as {
    readonly path?: string
    readonly dependsOn?: readonly { readonly name: string; readonly namespace?: string }[]
  }
  const { name, namespace = 'default' } = metadata
  return {
    kind: 'Kustomization',
    name: `${namespace}/${name}`,
    folders: [folderAt(path)],
    dependsOn: dependsOn.map((one) => `${one.namespace ?? namespace}/${one.name}`),
  }
}

/** Argo CD orders by waves, which name nobody. */
const applicationUnit = (application: KubernetesObject): Unit => {
  const { name, namespace = 'default' } = application.metadata
  const folders = sourcesOf(application).flatMap(({ path }) => (path === undefined ? [] : [folderAt(path)]))
  return { kind: 'Application', name: `${namespace}/${name}`, folders, dependsOn: [] }
}
