import { listOf } from '../../fleet/checks/check.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import {
  type GoDuration,
  goDuration,
  type Quantity,
  quantity,
  secretReference,
  url,
  version,
} from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import type { SecretReference } from '../../fleet/secret.ts'

export interface AlertmanagerOptions extends CommonOptions {
  /** Version of Alertmanager, the tag of its image without `v`. Default: the one the catalogue pins. */
  readonly version?: string
  /**
   * The Secret that holds its configuration under `alertmanager.yaml`: who is told what, and the tokens for it. There is
   * none without. Default `secret('alertmanager-config')`.
   */
  readonly config?: SecretReference
  /**
   * Where those are whom its configuration tells, as URLs: where its namespace is closed, their ports are all that it
   * reaches outside. Default `['https://hooks.slack.com']`, which stands for whoever takes HTTPS.
   */
  readonly receivers?: readonly string[]
  /** How long expired silences and notifications are kept, as a Go duration. Default `120h`. */
  readonly retention?: GoDuration
  /** Size of the volume for silences and the notification log, as a Kubernetes quantity. Default `2Gi`. It can grow, never shrink. */
  readonly size?: Quantity
  /** What it may take. Default: 10m and 64Mi requested, at most 128Mi. */
  readonly resources?: Resources
}

export const alertmanagerChecks: PlainChecks<AlertmanagerOptions> = {
  version,
  config: secretReference,
  receivers: listOf(url),
  retention: goDuration,
  size: quantity,
  resources,
}
