import type { HelmDefinition } from '../../fleet/component.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'

export interface HelmReleaseObject extends KubernetesObject {
  readonly spec: Readonly<Record<string, unknown>>
}

/** A file of values inside the ConfigMap that carries them. */
export const valuesReference = (name: string, valuesKey: string) => ({
  kind: 'ConfigMap',
  name: valuesConfigMap(name),
  valuesKey,
})

/** The ConfigMap that a component's values files are gathered in. */
export const valuesConfigMap = (name: string): string => `${name}-values`

/** The HelmRelease of a component, with its first file of values. */
export const helmRelease = (name: string, definition: HelmDefinition, valuesKey: string): HelmReleaseObject => {
  const timeout = definition.timeout ?? '9m'
  // A failed release is tried again as it stands: a rollback would hide what the tree says.
  const strategy = { name: 'RetryOnFailure', retryInterval: '5m' }
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name },
    spec: {
      interval: '1h',
      ...chartOf(name, definition),
      install: { crds: 'Create', timeout, strategy },
      // Helm itself never upgrades definitions of custom resources; Flux skips them unless told.
      upgrade: { crds: 'CreateReplace', timeout, strategy },
      driftDetection: driftDetection(definition),
      valuesFrom: [valuesReference(name, valuesKey)],
    },
  }
}

const chartOf = (name: string, { chart }: HelmDefinition) =>
  chart.url.startsWith('oci://')
    ? { chartRef: { kind: 'OCIRepository', name } }
    : {
        chart: {
          spec: {
            chart: chart.name,
            version: chart.version,
            sourceRef: { kind: 'HelmRepository', name },
            interval: '1h',
          },
        },
      }

const driftDetection = ({ driftIgnore }: HelmDefinition) => ({
  mode: 'enabled',
  ...(driftIgnore === undefined
    ? {}
    : { ignore: driftIgnore.map(({ kind, paths }) => ({ paths: [...paths], target: { kind } })) }),
})
