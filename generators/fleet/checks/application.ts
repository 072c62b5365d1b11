import { anything, type Check, isRecord, listOf, matching, oneOf, satisfying, shape } from './check.ts'
import { dataMap } from './plain-data.ts'
import { goDuration, objectName, text, version } from './scalars.ts'

const callable = satisfying('shape', (value) => typeof value === 'function', 'a function', '() => []')

const wiring = {
  name: objectName,
  tier: oneOf('known-tier', 'tier', ['apps', 'infrastructure']),
  provides: callable,
  requires: callable,
}

const chartUrl = matching(
  'url',
  /^(oci|https?):\/\/[^\s/]+(\/\S*)?$/,
  'the address of a chart or of a repository of charts',
  "'oci://ghcr.io/stefanprodan/charts/podinfo'",
)

/** What the fleet says in `helmRelease({ … })`. */
export const helmReleaseCheck: Check = shape(
  'helmRelease()',
  {
    ...wiring,
    chart: shape('a chart', { name: text, url: chartUrl, version, keys: anything }, ['url', 'version']),
    values: dataMap,
    timeout: goDuration,
    alsoIn: listOf(objectName),
  },
  ['name', 'chart'],
)

const identity = shape('an object', { apiVersion: text, kind: text, metadata: dataMap }, [
  'apiVersion',
  'kind',
  'metadata',
])
const named = shape('metadata', { name: text }, ['name'])

/** Enough of an object to know it by, and nothing in it that could not be printed. Its schema says the rest. */
const kubernetesObject: Check = (value, place) => {
  const problems = dataMap(value, place)
  if (problems.length > 0 || !isRecord(value)) return problems
  const { apiVersion, kind, metadata } = value
  const missing = identity({ apiVersion, kind, metadata }, place)
  return missing.length > 0 || !isRecord(metadata) ? missing : named({ name: metadata.name }, [...place, 'metadata'])
}

/** What the functions of the fleet make of it, and what is written there as it stands. */
export const kubernetesObjects = listOf(kubernetesObject)

/** A model of `kubernetes-models` becomes an object when it is evaluated. */
const objectLike: Check = (value, place) =>
  isRecord(value) && typeof value.toJSON === 'function' ? [] : kubernetesObject(value, place)

const objects: Check = (value, place) => (typeof value === 'function' ? [] : listOf(objectLike)(value, place))

/** It becomes a folder of a file system, by the hand of a sidecar that would also go up or write elsewhere. */
const folder = matching(
  'name',
  /^[^\s./](?:[^/]*[^\s/])?$/,
  'the name of a folder in Grafana, without a slash, and without a dot in front',
  "'Federated Observability'",
)

/** Its file is called like it, and so is the key and a part of the name of the ConfigMap that brings it. */
const dashboard = shape('a dashboard', { name: objectName, folder, model: dataMap }, ['name', 'model'])

/** What the fleet says in `manifests({ … })`. */
export const manifestsCheck: Check = shape('manifests()', { ...wiring, objects, dashboards: listOf(dashboard) }, [
  'name',
  'objects',
])
