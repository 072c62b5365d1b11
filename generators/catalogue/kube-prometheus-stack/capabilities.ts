import type { Capability, CapabilityOf, Requirement } from '../../fleet/capability.ts'
import type { Where } from '../../fleet/component.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'
import * as addresses from './addresses.ts'
import { configKey } from './alertmanager.ts'
import { adminKeys } from './grafana.ts'
import type { KubePrometheusStackOptions } from './options.ts'
import { stackSeries } from './series.ts'

type Options = Partial<KubePrometheusStackOptions>

/** What others find here. */
export const provides = (options: Options, { name, namespace, exposes }: Where): readonly Capability[] => {
  const prometheus = addresses.prometheusUrl(name, namespace)
  const alertmanager = addresses.alertmanagerUrl(name, namespace)
  return [
    addresses.endpoint('prometheus', prometheus),
    addresses.endpoint('alertmanager', alertmanager),
    addresses.endpoint('grafana', addresses.grafanaUrl(name, namespace)),
    addresses.monitorLabels(name),
    ...addresses.ownDatasources(name, namespace, options.scrapeInterval),
    ...doors(options),
    ...stackSeries(exposes, options.values),
  ]
}

/** The ways in. Grafana alone asks who comes. */
const doors = ({ prometheus, alertmanager, grafana }: Options): readonly CapabilityOf<'door'>[] => [
  ...door('prometheus', false, byNodePort(prometheus?.nodePort)),
  ...door('alertmanager', false, byNodePort(alertmanager?.nodePort)),
  ...door('grafana', true, byLoadBalancer(grafana?.loadBalancer?.address) ?? byNodePort(grafana?.nodePort)),
  ...door('grafana', true, grafana?.ingress?.host && `Ingress https://${grafana.ingress.host}`),
]

const byNodePort = (nodePort: number | undefined): string | undefined =>
  nodePort === undefined ? undefined : `NodePort ${nodePort}`

const byLoadBalancer = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : `LoadBalancer http://${host(address)}`

/** An address of IPv6 stands in brackets. */
const host = (address: string): string => (address.includes(':') ? `[${address}]` : address)

const door = (to: string, authenticated: boolean, how: string | undefined): readonly CapabilityOf<'door'>[] =>
  how === undefined ? [] : [{ kind: 'door', to, authenticated, how }]

/** What must be there, and what is wired when it is there. */
export const requires = ({ alertmanager, grafana }: Options): readonly Requirement[] => [
  monitoringCrds,
  ...secret(alertmanager?.config?.secret, configKey),
  ...secret(grafana?.admin?.secret, adminKeys.userKey, adminKeys.passwordKey),
  ...(grafana?.ingress?.host === undefined ? [] : secret(grafana.ingress.tlsSecret, 'tls.crt', 'tls.key')),
  { kind: 'all', of: 'datasource' },
  { kind: 'all', of: 'custom-resource-metrics' },
]

const secret = (name: string | undefined, ...keys: readonly string[]): readonly Requirement[] =>
  name === undefined ? [] : [{ kind: 'secret', name, keys }]
