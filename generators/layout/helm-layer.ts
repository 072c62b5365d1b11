import type { ChartLock } from '../charts/lock/chart-lock.ts'
import type { HelmDefinition } from '../fleet/component.ts'
import { helmRelease, valuesConfigMap, valuesReference } from '../objects/flux/helm-release.ts'
import { helmRepository } from '../objects/flux/helm-repository.ts'
import { type OciReference, ociReference, ociRepository } from '../objects/flux/oci-repository.ts'
import { type KustomizePatch, kustomizationFile } from '../objects/kustomize/kustomization-file.ts'
import { valuesReferenceFile } from '../objects/kustomize/values-reference.ts'
import { toYaml } from '../output/yaml/emit.ts'
import type { HelmLayer } from '../plan/layer.ts'
import { type Entry, type Folder, relativePath } from './folder.ts'

/**
 * The folder of one layer of a Helm component: the whole release at the root, only what differs below. With a lock, charts
 * of OCI registries are taken by their digest.
 */
export const helmFolder = (layer: HelmLayer, lock?: ChartLock): Folder => ({
  path: layer.folder,
  place: layer.place,
  origin: layer.origin,
  entries: layer.above === undefined ? rootEntries(layer, lock) : overlayEntries(layer, layer.above, lock),
})

/** The same without what Flux alone reads: the values. */
export const valuesFolder = (layer: HelmLayer): Folder => ({
  path: layer.folder,
  place: layer.place,
  origin: layer.origin,
  entries: [valuesEntry(layer)],
})

/** Whether a layer has a file of values: the root has one whatever it says, those below one where they say something. */
export const bringsValues = ({ above, values }: HelmLayer): boolean =>
  above === undefined || Object.keys(values).length > 0

/** The files of values of a layer and those above it, the highest first, as Helm lays one over the other. */
export const valuesFiles = (layer: HelmLayer): readonly string[] => [
  ...(layer.above === undefined ? [] : valuesFiles(layer.above)),
  ...(bringsValues(layer) ? [`${layer.folder}/${valuesFile(layer)}`] : []),
]

const valuesEntry = (layer: HelmLayer): Entry => ({ name: valuesFile(layer), yaml: layer.values })

/** What a layer's file of values is called; a cluster may be called like its environment. */
export const valuesFile = ({ level, owner, above }: HelmLayer): string => {
  if (level === 'base') return 'values.yaml'
  return level === 'cluster' && above?.owner === owner ? `values-cluster-${owner}.yaml` : `values-${owner}.yaml`
}

const rootEntries = (layer: HelmLayer, lock: ChartLock | undefined): readonly Entry[] => {
  const { definition, name, namespace } = layer
  const source = sourceOf(layer, lock)
  const values = valuesFile(layer)
  const kustomization = kustomizationFile({
    namespace,
    resources: ['helmrelease.yaml', source.name],
    configMapGenerator: [{ name: valuesConfigMap(name), files: [values] }],
    configurations: ['values-reference.yaml'],
  })
  return [
    { name: 'kustomization.yaml', yaml: kustomization },
    {
      name: 'helmrelease.yaml',
      yaml: helmRelease(name, { ...definition, chart: { ...definition.chart, version: versionOf(layer) } }, values),
    },
    source,
    valuesEntry(layer),
    { name: 'values-reference.yaml', yaml: valuesReferenceFile },
  ]
}

const versionOf = ({ version, definition }: HelmLayer): string => version ?? definition.chart.version

const sourceOf = (layer: HelmLayer, lock: ChartLock | undefined) => {
  const { name, definition } = layer
  return isOci(definition)
    ? {
        name: 'ocirepository.yaml',
        yaml: ociRepository(name, definition.chart.url, referenceOf(definition, versionOf(layer), lock)),
      }
    : { name: 'helmrepository.yaml', yaml: helmRepository(name, definition.chart.url) }
}

const referenceOf = ({ chart }: HelmDefinition, version: string, lock: ChartLock | undefined): OciReference =>
  ociReference(version, lock?.digestOf({ ...chart, version }))

const isOci = ({ chart }: HelmDefinition): boolean => chart.url.startsWith('oci://')

const overlayEntries = (layer: HelmLayer, above: HelmLayer, lock: ChartLock | undefined): readonly Entry[] => {
  const { name, namespace, folder, version, definition } = layer
  const file = valuesFile(layer)
  const hasValues = bringsValues(layer)
  const kustomization = kustomizationFile({
    namespace,
    resources: [relativePath(folder, above.folder)],
    ...(hasValues ? { configMapGenerator: [{ name: valuesConfigMap(name), behavior: 'merge', files: [file] }] } : {}),
    patches: [
      ...(hasValues ? [valuesPatch(name, file)] : []),
      ...(version === undefined ? [] : [versionPatch(name, definition, version, lock)]),
    ],
  })
  return [{ name: 'kustomization.yaml', yaml: kustomization }, ...(hasValues ? [valuesEntry(layer)] : [])]
}

const release = (name: string) => ({ group: 'helm.toolkit.fluxcd.io', version: 'v2', kind: 'HelmRelease', name })

const valuesPatch = (name: string, file: string): KustomizePatch => ({
  target: release(name),
  patch: toYaml([{ op: 'add', path: '/spec/valuesFrom/-', value: valuesReference(name, file) }]),
})

const versionPatch = (
  name: string,
  definition: HelmDefinition,
  version: string,
  lock: ChartLock | undefined,
): KustomizePatch =>
  isOci(definition)
    ? {
        target: { group: 'source.toolkit.fluxcd.io', version: 'v1', kind: 'OCIRepository', name },
        patch: toYaml([referencePatch(referenceOf(definition, version, lock), lock)]),
      }
    : { target: release(name), patch: toYaml([{ op: 'replace', path: '/spec/chart/spec/version', value: version }]) }

/** With a lock, the reference above may have a digest, which must not stay. */
const referencePatch = (reference: OciReference, lock: ChartLock | undefined) =>
  lock === undefined
    ? { op: 'replace', path: '/spec/ref/tag', value: reference.tag }
    : { op: 'replace', path: '/spec/ref', value: reference }
