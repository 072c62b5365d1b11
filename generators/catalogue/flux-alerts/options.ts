import { listOf, mapOf, oneOf } from '../../fleet/checks/check.ts'
import { flag, objectName, text } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import type { EventSeverity } from '../../objects/flux/alert.ts'
import type { AddressedChannel } from '../channels/channel.ts'
import { channels } from './channels.ts'

export interface FluxAlertsOptions extends CommonOptions {
  /** Whether events go to the cluster's Alertmanager. Default `true`. */
  readonly alertmanager?: boolean
  /** Where else they go: `slack({ channel: 'platform', address: secret('slack-webhook') })`. Default: nowhere. */
  readonly channels?: readonly AddressedChannel[]
  /** `error` passes failures on, `info` everything that Flux does. Default `error`. */
  readonly severity?: EventSeverity
  /** Namespaces outside the fleet whose Flux objects are watched too; those of the cluster always are. Default: none. */
  readonly namespaces?: readonly string[]
  /** Added to every event, such as `{ cluster: 'homelab' }`: a label in Alertmanager, a line in a chat. Default: nothing. */
  readonly metadata?: Readonly<Record<string, string>>
}

export const fluxAlertsChecks: PlainChecks<FluxAlertsOptions> = {
  alertmanager: flag,
  channels,
  severity: oneOf('known-severity', 'severity', ['error', 'info']),
  namespaces: listOf(objectName),
  metadata: mapOf(text),
}
