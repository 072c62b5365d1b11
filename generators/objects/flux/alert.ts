import type { IAlert } from '@kubernetes-models/flux-cd/notification.toolkit.fluxcd.io/v1beta3/Alert'

type AlertSpec = NonNullable<IAlert['spec']>
export type EventSeverity = NonNullable<AlertSpec['eventSeverity']>

/** What a fleet is made of: whatever fetches, builds or applies a part of the tree. */
const sourceKinds = [
  'Kustomization',
  'HelmRelease',
  'GitRepository',
  'OCIRepository',
  'HelmRepository',
  'HelmChart',
] as const satisfies readonly AlertSpec['eventSources'][number]['kind'][]

export interface AlertSettings {
  readonly name: string
  /** The Provider that sends the events, in the same namespace. */
  readonly provider: string
  /** `error` passes errors on, `info` everything. */
  readonly severity: EventSeverity | undefined
  /** The namespaces whose events are passed on. */
  readonly namespaces: readonly string[]
  /** Added to each event. */
  readonly metadata: Readonly<Record<string, string>> | undefined
}

/** Hands events of every object of Flux in some namespaces to a Provider. */
export const alert = ({ name, provider, severity, namespaces, metadata }: AlertSettings) =>
  ({
    apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
    kind: 'Alert',
    metadata: { name },
    spec: {
      providerRef: { name: provider },
      eventSeverity: severity,
      eventMetadata: metadata,
      // A source without a namespace means the Alert's own, so each is named.
      eventSources: namespaces.flatMap((namespace) => sourceKinds.map((kind) => ({ kind, name: '*', namespace }))),
    },
  }) satisfies IAlert
