import type { OptionChecks } from '../../fleet/checks/check.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { flag, secretReference, version } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import { type SecretReference, secret } from '../../fleet/secret.ts'
import { collectorImage } from './image.ts'

/** What every collector of ours is told. */
export interface CollectorOptions extends CommonOptions {
  /** Version of the contrib distribution, the tag of its image. Default: the one whose settings are known here. */
  readonly version?: string
  /**
   * What each Pod may take. The collector refuses what comes, and its sender keeps it, at four fifths of the memory that
   * is its limit.
   */
  readonly resources?: Resources
}

/** How what leaves an edge is protected. All of it is on, unless a fleet says otherwise. */
export interface OutsideOptions {
  /**
   * Whether a collector that sends to another cluster is sure of the hub, and shows it a certificate. `false` sends in
   * the open, which the hub must take: for a network of one's own. Default `true`.
   */
  readonly mtls?: boolean
  /**
   * The Secret with the certificate: `tls.crt`, `tls.key`, and in `ca.crt` the hub's authority. A renewed one is taken up
   * within minutes, without a restart. Default `secret('otel-client')`.
   */
  readonly certificate?: SecretReference
}

/** How a collector that sees signals at first hand gets rid of them. */
export interface SenderOptions extends CollectorOptions, OutsideOptions {
  /**
   * Whether an edge's signals pass its `otelAggregator()`, which scrubs personal data and keeps what the hub does not take.
   * `false` sends straight to the hub: what is personal goes too. A hub's own go to its gateway either way. Default `true`.
   */
  readonly scrub?: boolean
}

export const collectorChecks: PlainChecks<CollectorOptions> = { version, resources }

export const outsideDefaults = { mtls: true, certificate: secret('otel-client') } as const
export const outsideChecks: OptionChecks<OutsideOptions> = { mtls: flag, certificate: secretReference }

export const senderDefaults = { version: collectorImage.version, scrub: true, ...outsideDefaults } as const
export const senderChecks: PlainChecks<SenderOptions> = {
  ...collectorChecks,
  ...outsideChecks,
  scrub: flag,
}
