import type { Dashboard } from '../fleet/component.ts'
import { isSameObject, type KubernetesObject } from '../kubernetes-object.ts'
import { dashboardLabel } from '../objects/grafana/dashboard-label.ts'
import { folderAnnotation } from '../objects/grafana/provisioning.ts'
import {
  type ConfigMapGenerator,
  type KustomizePatch,
  kustomizationFile,
} from '../objects/kustomize/kustomization-file.ts'
import { toYaml } from '../output/yaml/emit.ts'
import { patchSteps } from '../plan/json-patch.ts'
import type { ManifestsLayer } from '../plan/layer.ts'
import { equal } from '../plan/values.ts'
import { objectPlace } from '../plan/written-at.ts'
import { type Entry, type Folder, relativePath } from './folder.ts'
import { patchText } from './patch-text.ts'

/** The folder of one layer of a component of plain objects: all objects at the root, exact patches below. */
export const manifestsFolder = (layer: ManifestsLayer): Folder => ({
  path: layer.folder,
  place: layer.place,
  origin: layer.origin,
  entries: layer.above === undefined ? rootEntries(layer) : overlayEntries(layer, layer.above),
})

const rootEntries = (layer: ManifestsLayer): readonly Entry[] => {
  const { namespace, name, objects, dashboards, people } = layer
  const files = objectFiles(layer, objects)
  const kustomization = kustomizationFile({
    namespace,
    resources: [...files.map((file) => file.name), ...people],
    configMapGenerator: dashboards.map((one) => dashboardGenerator(name, one)),
  })
  return [{ name: 'kustomization.yaml', yaml: kustomization }, ...files, ...dashboards.map(dashboardFile)]
}

const overlayEntries = (layer: ManifestsLayer, above: ManifestsLayer): readonly Entry[] => {
  const news = layer.objects.filter((one) => twin(one, above.objects) === undefined)
  const added = objectFiles(layer, news)
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

/**
 * One file an object, named for its kind, and for itself where it is not called like its component: so that nobody's file
 * is renamed when another object comes to stand beside it.
 */
const objectFiles = (layer: ManifestsLayer, objects: readonly KubernetesObject[]) =>
  objects.map((object) => {
    const namesakes = objects.filter(
      ({ kind, metadata }) => kind === object.kind && metadata.name === object.metadata.name,
    )
    const kind = object.kind.toLowerCase()
    // A Kustomization of Flux's would take the place of kustomize's own file.
    const isItself = object.metadata.name === layer.name && namesakes.length === 1 && kind !== 'kustomization'
    const group = namesakes.length === 1 ? '' : `-${groupVersion(object.apiVersion).group ?? 'core'}`
    const placeOf = (path: readonly string[]) => objectPlace(layer, layer.objects.indexOf(object), path)
    const comments = layer.comments?.get(object)
    return {
      name: isItself ? `${kind}.yaml` : `${kind}-${object.metadata.name}${group}.yaml`,
      yaml: object,
      placeOf,
      ...(comments && { comments }),
    }
  })

const dashboardGenerator = (component: string, { name, folder }: Dashboard): ConfigMapGenerator => ({
  name: dashboardConfigMap(component, name),
  files: [`${name}.json`],
  options: {
    // The sidecar finds a dashboard by its label, so a hash in the name would only leave old copies behind.
    disableNameSuffixHash: true,
    labels: { [dashboardLabel.label]: dashboardLabel.labelValue },
    ...(folder === undefined ? {} : { annotations: { [folderAnnotation]: folder } }),
  },
})

/** The ConfigMap that brings a dashboard of a component. */
export const dashboardConfigMap = (component: string, dashboard: string): string =>
  dashboard.startsWith(component) ? `${dashboard}-dashboard` : `${component}-${dashboard}-dashboard`

const dashboardFile = ({ name, model }: Dashboard): Entry => ({ name: `${name}.json`, json: model })

const twin = (object: KubernetesObject, objects: readonly KubernetesObject[]): KubernetesObject | undefined =>
  objects.find((one) => isSameObject(one, object))

const changes = (layer: ManifestsLayer, above: ManifestsLayer): readonly KustomizePatch[] =>
  layer.objects.flatMap((object) => {
    const old = twin(object, above.objects)
    const steps = old === undefined ? [] : patchSteps(old, object)
    return steps.length === 0 ? [] : [{ target: targetOf(object), patch: patchText(steps) }]
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
