import { tempoChart } from '../../charts/tempo.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { serviceHost } from '../../objects/kubernetes/service.ts'
import { identityAttributes } from '../../objects/opentelemetry/identity-attributes.ts'
import { otlpHttpPort } from '../../objects/opentelemetry/receivers/otlp.ts'
import { usualMonitorLabels } from '../kube-prometheus-stack/addresses.ts'
import { collected } from '../opentelemetry/collected.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'
import { monitored } from '../prometheus-operator-crds/monitored.ts'
import { queryPort, tempoDatasource, tempoName, tempoOtlp, tempoPods } from './addresses.ts'
import { type TempoOptions, tempoChecks } from './options.ts'
import { written } from './series.ts'
import { tempoValues } from './values.ts'

/**
 * Tempo, monolithic, with its traces on a volume. Where a Prometheus of the cluster takes remote write, it is told who calls
 * whom, and how long that takes.
 */
export const tempo = helmComponent<TempoOptions>({
  name: tempoName,
  tier: 'apps',
  chart: tempoChart,
  options: tempoChecks,
  defaults: {
    retention: '24h',
    size: '10Gi',
    dimensions: identityAttributes,
    monitor: false,
    resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '2Gi' } },
  },
  values: tempoValues,
  pods: (_, name) => [{ workload: name, labels: tempoPods(name), service: name, ports: [queryPort, otlpHttpPort] }],
  volumes: [{ size: 'persistence.size', storageClass: 'persistence.storageClassName', switch: 'persistence.enabled' }],
  provides: ({ dimensions, monitor }, { name, namespace }) => [
    tempoOtlp(name, namespace),
    tempoDatasource(name, namespace),
    { kind: 'metrics', exporter: 'tempo', through: 'annotations' },
    collected('tempo', serviceHost(name, namespace, queryPort)),
    written(dimensions),
    ...(monitor ? [monitored('tempo')] : []),
  ],
  requires: ({ monitor }) => [
    { kind: 'endpoint', name: 'remote-write', optional: true },
    ...(monitor ? [monitoringCrds, { kind: 'monitor-labels', usually: usualMonitorLabels } as const] : []),
  ],
})
