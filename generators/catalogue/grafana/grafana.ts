import { manifestsComponent } from '../../fleet/define-component.ts'
import { secret } from '../../fleet/secret.ts'
import { selectorLabels } from '../../objects/kubernetes/labels.ts'
import { serviceHost } from '../../objects/kubernetes/service.ts'
import { adminKeys } from '../kube-prometheus-stack/grafana.ts'
import { collected } from '../opentelemetry/collected.ts'
import { grafanaName, grafanaPort, grafanaUrl } from './addresses.ts'
import { grafanaImage } from './image.ts'
import { type GrafanaOptions, grafanaChecks } from './options.ts'
import { server } from './server.ts'

/**
 * Grafana without a chart: stateless, with the datasources of the cluster and every dashboard that a component brings.
 * What people make by hand in it is lost with its Pod.
 */
export const grafana = manifestsComponent<GrafanaOptions>({
  name: grafanaName,
  tier: 'apps',
  options: grafanaChecks,
  defaults: {
    version: grafanaImage.version,
    admin: secret('grafana-admin'),
    resources: { requests: { cpu: '50m', memory: '192Mi' }, limits: { memory: '512Mi' } },
  },
  objects: server,
  provides: ({ nodePort }, { name, namespace }) => [
    { kind: 'endpoint', name: 'grafana', url: grafanaUrl(name, namespace), pods: selectorLabels(name) },
    { kind: 'metrics', exporter: 'grafana', through: 'annotations' },
    collected('grafana', serviceHost(name, namespace, grafanaPort.port)),
    ...(nodePort === undefined
      ? []
      : [{ kind: 'door', to: 'grafana', authenticated: true, how: `NodePort ${nodePort}` } as const]),
  ],
  requires: ({ admin }) => [
    { kind: 'all', of: 'datasource' },
    ...(admin === undefined ? [] : [{ kind: 'secret', name: admin.secret, keys: Object.values(adminKeys) } as const]),
  ],
})
