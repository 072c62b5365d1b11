import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { nodePort, secretReference, version } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import type { SecretReference } from '../../fleet/secret.ts'

export interface GrafanaOptions extends CommonOptions {
  /** Version of Grafana, the tag of its image. Default: the one the catalogue pins. */
  readonly version?: string
  /** The Secret with `admin-user` and `admin-password`. Default `secret('grafana-admin')`. */
  readonly admin?: SecretReference
  /** Port on every node that leads to Grafana's login. Default: none. */
  readonly nodePort?: number
  /** What it may take. Default: 50m and 192Mi requested, at most 512Mi. */
  readonly resources?: Resources
}

export const grafanaChecks: PlainChecks<GrafanaOptions> = {
  version,
  admin: secretReference,
  nodePort,
  resources,
}
