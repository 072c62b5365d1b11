import { oneOf } from '../../fleet/checks/check.ts'
import { url } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import { type NamedChannel, namedChannels } from '../channels/channel.ts'
import { addressesSecret } from './config.ts'

export interface ArgoNotificationsOptions extends CommonOptions {
  /** Where to tell: `[slack(), webhook({ name: 'on-call' })]`. Each one's address is a key of that name. Default: nowhere. */
  readonly channels?: readonly NamedChannel[]
  /** `error` tells of syncs that fail and of Applications that degrade, `info` of deployments too. Default `error`. */
  readonly severity?: 'error' | 'info'
  /** The address of Argo CD's pages, for links: `https://argocd.example.com`. Default: no links. */
  readonly url?: string
}

export const argoNotificationsChecks: PlainChecks<ArgoNotificationsOptions> = {
  channels: namedChannels(addressesSecret),
  severity: oneOf('known-severity', 'severity', ['error', 'info']),
  url,
}
