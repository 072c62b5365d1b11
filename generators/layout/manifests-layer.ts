import type { Dashboard } from '../fleet/component.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import {
  type ConfigMapGenerator,
  type KustomizePatch,
  kustomizationFile,
} from '../objects/kustomize/kustomization-file.ts'
import { toYaml } from '../output/yaml/emit.ts'
import { patchSteps } from '../plan/json-patch.ts'
import type { ManifestsLayer } from '../plan/layer.ts'
import { equal } from '../plan/values.ts'
import { type Entry, type Folder, relativePath } from './folder.ts'

/** The folder of one layer of a component of plain objects: all objects at the root, exact patches below. */
export const manifestsFolder = (layer: ManifestsLayer): Folder => ({
  path: layer.folder,
  place: layer.place,
  entries: layer.above === undefined ? rootEntries(layer) : overlayEntries(layer, layer.above),
})

const rootEntries = ({ namespace, name, objects, dashboards, people }: ManifestsLayer): readonly Entry[] => {
  const files = objectFiles(objects)
  const kustomization = kustomizationFile({
    namespace,
    resources: [...files.map((file) => file.name), ...people],
    configMapGenerator: dashboards.map((one) => dashboardGenerator(name, one)),
  })
  return [{ name: 'kustomization.yaml', yaml: kustomization }, ...files, ...dashboards.map(dashboardFile)]
}

const overlayEntries = (layer: ManifestsLayer, above: ManifestsLayer): readonly Entry[] => {
  const added = objectFiles(layer.objects.filter((one) => twin(one, above.objects) === undefined))
  const dashboards = layer.dashboards.filter((one) => !above.dashboards.some((other) => equal(one, other)))
  const kustomization = kustomizationFile({
    namespace: layer.namespace,
    resources: [relativePath(layer.folder, above.folder), ...added.map((file) => file.name)],
    configMapGenerator: dashboards.map((one) => ({
      ...dashboardGenerator(layer.name, one),
      ...(above.dashboards.some(({ name }) => name === one.name) ? { behavior: 'replace' as const } : {}),
    })),
    patches: [...changes(layer, above), ...removals(layer, above)],
  })
  return [{ name: 'kustomization.yaml', yaml: kustomization }, ...added, ...dashboards.map(dashboardFile)]
}

/** One file an object, named for its kind, and for itself where there are several of a kind. */
const objectFiles = (objects: readonly KubernetesObject[]) =>
  objects.map((object) => {
    const alone = objects.filter(({ kind }) => kind === object.kind).length === 1
    const kind = object.kind.toLowerCase()
    return { name: alone ? `${kind}.yaml` : `${kind}-${object.metadata.name}.yaml`, yaml: object }
  })

/** The label by which Grafana's sidecar finds dashboards. */
export const dashboardLabel = { grafana_dashboard: '1' } as const

const dashboardGenerator = (component: string, { name }: Dashboard): ConfigMapGenerator => ({
  name: dashboardConfigMap(component, name),
  files: [`${name}.json`],
  // The sidecar finds a dashboard by its label, so a hash in the name would only leave old copies behind.
  options: { disableNameSuffixHash: true, labels: dashboardLabel },
})

const dashboardConfigMap = (component: string, dashboard: string): string =>
  dashboard.startsWith(component) ? `${dashboard}-dashboard` : `${component}-${dashboard}-dashboard`

const dashboardFile = ({ name, model }: Dashboard): Entry => ({ name: `${name}.json`, json: model })

const twin = (object: KubernetesObject, objects: readonly KubernetesObject[]): KubernetesObject | undefined =>
  objects.find(
    ({ apiVersion, kind, metadata }) =>
      apiVersion === object.apiVersion &&
      kind === object.kind &&
      metadata.name === object.metadata.name &&
      metadata.namespace === object.metadata.namespace,
  )

const changes = (layer: ManifestsLayer, above: ManifestsLayer): readonly KustomizePatch[] =>
  layer.objects.flatMap((object) => {
    const old = twin(object, above.objects)
    const steps = old === undefined ? [] : patchSteps(old, object)
    return steps.length === 0 ? [] : [{ target: targetOf(object), patch: toYaml(steps) }]
  })

const removals = (layer: ManifestsLayer, above: ManifestsLayer): readonly KustomizePatch[] => [
  ...above.objects
    .filter((object) => twin(object, layer.objects) === undefined)
    .map((object) => removal(object.apiVersion, object.kind, object.metadata.name)),
  ...above.dashboards
    .filter(({ name }) => !layer.dashboards.some((one) => one.name === name))
    .map(({ name }) => removal('v1', 'ConfigMap', dashboardConfigMap(layer.name, name))),
]

const removal = (apiVersion: string, kind: string, name: string): KustomizePatch => ({
  target: { ...groupVersion(apiVersion), kind, name },
  patch: toYaml({ $patch: 'delete', apiVersion, kind, metadata: { name } }),
})

const targetOf = ({ apiVersion, kind, metadata }: KubernetesObject) => ({
  ...groupVersion(apiVersion),
  kind,
  name: metadata.name,
})

const groupVersion = (apiVersion: string): { readonly group?: string; readonly version: string } => {
  const [first, second] = apiVersion.split('/')
  return second === undefined ? { version: first ?? '' } : { group: first ?? '', version: second }
}
