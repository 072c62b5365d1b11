import { mapIn } from '../../check/map-in.ts'
import { containersOf, podOf, recordsIn } from '../../check/pods.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'

/** Ways in by a tunnel of Cloudflare's: to where it leads, as far as the tree says so. */
export const tunnelWays = (object: KubernetesObject): readonly string[] => {
  if (object.kind === 'ConfigMap') return configured(object)
  const pod = podOf(object)
  const isTunnel =
    pod !== undefined && containersOf(pod).some(({ container: { image } }) => /\/cloudflared[:@]/.test(String(image)))
  if (!isTunnel) return []
  const { annotations = {} } = object.metadata
  const [service, hostname] = ['service', 'hostname'].map((what) => annotations[`fleetwright.dev/tunnel-${what}`])
  return [`${hostname ?? 'a host of Cloudflare'} by a tunnel${service === undefined ? '' : ` to ${service}`}`]
}

/** What a tunnel that is configured in the cluster leads to. */
const configured = ({ data }: KubernetesObject): readonly string[] =>
  Object.values(isRecord(data) ? data : {})
    .filter((text) => /^ingress:/m.test(String(text)))
    .flatMap((text) => recordsIn(mapIn(text)?.ingress))
    .flatMap(({ record: { hostname, service } }) =>
      hostname === undefined ? [] : [`${hostname} by a tunnel to ${service}`],
    )
