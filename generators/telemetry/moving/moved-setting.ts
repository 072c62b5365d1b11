import type { Container } from '../container.ts'
import { loopback } from './addresses.ts'
import { credentials } from './credentials.ts'
import type { Here } from './here.ts'
import type { Replacement } from './replacement.ts'

/** A member of a map in a configuration, and where the map is. */
interface Setting {
  readonly key: string
  readonly value: unknown
  readonly map: Readonly<Record<string, unknown>>
  readonly at: readonly string[]
}

type Found = Pick<Replacement, 'kind'> & { readonly members: Readonly<Record<string, unknown>> }

/** What stands in the place of a setting whose key alone tells that it is an address, or a credential. */
export const movedSetting = (setting: Setting, container: Container, here: Here): Found | undefined => {
  const { key, value } = setting
  if (key === 'auth_type' && value === 'serviceAccount') return { kind: 'credentials', members: shown(setting, here) }
  const members = movedAddress(setting, container, here)
  return members === undefined ? undefined : { kind: 'address', members }
}

const everywhere = '0.0.0.0'

const movedAddress = ({ key, value, map }: Setting, container: Container, { addresses }: Here) => {
  const own = () => addresses.own(container, Number(value))
  if (key === 'host' && value === everywhere) return { host: loopback }
  if (key === 'port' && map.host === everywhere) return { port: own() }
  // Loki's.
  if (key === 'http_listen_port') return { http_listen_port: own() }
  // There is no DNS here that knows a Service: the addresses that it would tell.
  if (key !== 'dns_sd_configs') return undefined
  const targets = (value as readonly DnsDiscovery[]).flatMap(({ names, port }) =>
    names.map((name) => `${loopback}:${addresses.called(container.cluster, name, port)}`),
  )
  return { static_configs: [{ targets }] }
}

interface DnsDiscovery {
  readonly names: readonly string[]
  readonly port: number
}

/** The API server is found by a kubeconfig, and a kubelet is shown a certificate. */
const shown = ({ at }: Setting, { root }: Here) => {
  if (!at.some((key) => key.startsWith('kubelet_stats'))) return { auth_type: 'kubeConfig' }
  const files = Object.entries(credentials.kubelet).map(([key, path]) => [key, `${root}${path}`])
  return { auth_type: 'tls', ...Object.fromEntries(files) }
}
