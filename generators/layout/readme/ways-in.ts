import type { CapabilityOf, EndpointName } from '../../fleet/capability.ts'
import type { Placement } from '../../plan/placement.ts'

/** How people reach a page, and what it asks them for. */
export interface WayIn {
  readonly to: string
  readonly how: string
  readonly login: string
}

/** Endpoints with pages for people: the port to find each at on one's own machine, and whether it asks who comes. */
const pages: Partial<Record<EndpointName, { readonly port: number; readonly hasLogin: boolean }>> = {
  grafana: { port: 3000, hasLogin: true },
  prometheus: { port: 9090, hasLogin: false },
  alertmanager: { port: 9093, hasLogin: false },
}

/** The doors of a cluster, and a forwarded port for each page that has none. */
export const waysIn = (placements: readonly Placement[]): readonly WayIn[] => {
  const doors = provided(placements, 'door')
  const endpoints = provided(placements, 'endpoint')
  const loginOf = (to: string): string => {
    const provider = endpoints.find(({ capability }) => capability.name === to)?.by
    return (provider && passwordOf(provider)) ?? 'yes'
  }
  return [
    ...doors.map(({ capability: { to, how, authenticated, login } }) => ({
      to,
      how,
      login: authenticated ? (login ?? loginOf(to)) : 'none: private network',
    })),
    ...endpoints.flatMap(({ capability: { name, url } }) => {
      const page = pages[name]
      if (page === undefined || doors.some(({ capability }) => capability.to === name)) return []
      return [{ to: name, how: forwarded(url, page.port), login: page.hasLogin ? loginOf(name) : 'your kubeconfig' }]
    }),
  ]
}

const provided = <K extends 'door' | 'endpoint'>(placements: readonly Placement[], kind: K) =>
  placements.flatMap((by) =>
    by.provides.filter((one): one is CapabilityOf<K> => one.kind === kind).map((capability) => ({ by, capability })),
  )

/** The Secret that a component reads its first user's password from. */
const passwordOf = ({ requires }: Placement): string | undefined =>
  requires.flatMap((one) =>
    one.kind === 'secret' && one.keys.some((key) => key.includes('password'))
      ? [`${one.keys.map((key) => `\`${key}\``).join(' and ')} of the Secret \`${one.name}\``]
      : [],
  )[0]

/** An address inside the cluster names the Service, its namespace and its port. */
const forwarded = (url: string, localPort: number): string => {
  const { hostname, port } = new URL(url)
  const [service, namespace] = hostname.split('.')
  return `\`kubectl port-forward -n ${namespace} svc/${service} ${localPort}:${port || '80'}\`, then http://localhost:${localPort}`
}
