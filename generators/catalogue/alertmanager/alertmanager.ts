import { manifestsComponent } from '../../fleet/define-component.ts'
import { secret } from '../../fleet/secret.ts'
import { serviceHost } from '../../objects/kubernetes/service.ts'
import { configKey } from '../kube-prometheus-stack/alertmanager.ts'
import { collected } from '../opentelemetry/collected.ts'
import { alertmanagerDatasource, alertmanagerEndpoint, alertmanagerName, alertmanagerPort } from './addresses.ts'
import { alertmanagerImage } from './image.ts'
import { type AlertmanagerOptions, alertmanagerChecks } from './options.ts'
import { server } from './server.ts'

/**
 * Alertmanager without an operator: one Pod, which `prometheus()` of the same cluster sends its alerts to. Whom it tells
 * stands in a Secret, and is read again when that changes. It asks nobody for a login, and so has no way in from outside.
 */
export const alertmanager = manifestsComponent<AlertmanagerOptions>({
  name: alertmanagerName,
  tier: 'apps',
  options: alertmanagerChecks,
  defaults: {
    version: alertmanagerImage.version,
    config: secret('alertmanager-config'),
    receivers: ['https://hooks.slack.com'],
    retention: '120h',
    size: '2Gi',
    resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '128Mi' } },
  },
  objects: server,
  provides: (_, { name, namespace }) => [
    alertmanagerEndpoint(name, namespace),
    alertmanagerDatasource(name, namespace),
    { kind: 'metrics', exporter: 'alertmanager', through: 'annotations' },
    collected('alertmanager', serviceHost(name, namespace, alertmanagerPort.port)),
  ],
  requires: ({ config, receivers = [] }) => [
    ...(config === undefined ? [] : [{ kind: 'secret', name: config.secret, keys: [configKey] } as const]),
    ...receivers.map((url) => ({ kind: 'outside', url, what: 'alerts' }) as const),
  ],
})
