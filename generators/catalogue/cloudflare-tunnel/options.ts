import type { Resources } from '../../fleet/checks/resources.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { SecretReference } from '../../fleet/secret.ts'
import type { TargetName } from './targets.ts'

export interface CloudflareTunnelOptions extends CommonOptions {
  /** What the tunnel leads to. Default `grafana`. One without a login of its own needs a private network. */
  readonly to?: TargetName
  /** The public host name, as entered in Cloudflare's dashboard. It is written down for people, and changes nothing. */
  readonly hostname?: string
  /** How many Pods keep the tunnel open, each with four connections. Default 2, so that one can be lost. */
  readonly replicas?: number
  /** The Secret with the tunnel's token under the key `token`. Default `secret('cloudflare-tunnel')`. */
  readonly token?: SecretReference
  /** The image of cloudflared, with an exact tag or a digest. Default: the one the catalogue pins. */
  readonly image?: string
  /** What each Pod may take. Default: requests of 10m and 64Mi, and at most 256Mi. */
  readonly resources?: Resources
}
