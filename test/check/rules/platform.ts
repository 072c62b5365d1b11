import { prometheusOperatorCrds } from '../../../generators/catalogue/prometheus-operator-crds/prometheus-operator-crds.ts'
import type { ClusterSettings } from '../../../generators/fleet/cluster.ts'
import type { Placeable } from '../../../generators/fleet/component.ts'
import type { Environment } from '../../../generators/fleet/environment.ts'
import type { Fleet } from '../../../generators/fleet/fleet.ts'
import { existing, type SecretSource } from '../../../generators/fleet/secret.ts'
import { fleet } from '../../support/fleets.ts'

const secrets: Readonly<Record<string, SecretSource>> = {
  'alertmanager-config': existing(),
  'cloudflare-tunnel': existing(),
  'grafana-admin': existing(),
  'grafana-tls': existing(),
  'loki-s3': existing(),
  'minio-root': existing(),
}

/** Where the components of `homelab` stand. */
export const home = 'clusters.homelab.namespaces.monitoring'

/**
 * One cluster, `homelab`, with these components in the namespace `monitoring`, where every Secret of the catalogue has a
 * source. Its environment is `dev`, with the storage class `local-path`.
 */
export const homelab = (
  components: readonly Placeable[],
  cluster: Partial<ClusterSettings> = {},
  dev?: Environment,
): Fleet =>
  fleet(
    { homelab: { settings: { secrets }, components: [prometheusOperatorCrds(), ...components], ...cluster } },
    dev === undefined ? {} : { dev },
  )

/** Everything in a fleet that is wrong on purpose does not compile, so it comes in through the back door. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the test wants to be wrong
export const wrong = (value: unknown): any => value
