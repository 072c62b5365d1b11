/** Addresses that components look for by what answers there. */
export type EndpointName = 'alertmanager' | 'grafana' | 'loki-push' | 'prometheus' | 's3'

/** The custom resources that kube-state-metrics turns into metrics: one entry of its `customResourceState`. */
export type CustomResourceMetrics = Readonly<Record<string, unknown>>

/** Something that a component, or the cluster itself, brings for others. */
export type Capability =
  /** Custom resource definitions, by API group. */
  | { readonly kind: 'crd'; readonly group: string }
  /** An address inside the cluster: `http://loki-gateway.monitoring.svc.cluster.local`. */
  | { readonly kind: 'endpoint'; readonly name: EndpointName; readonly url: string }
  /** A datasource for Grafana. The UID is what dashboards name. */
  | {
      readonly kind: 'datasource'
      readonly uid: string
      readonly name: string
      readonly type: 'alertmanager' | 'loki' | 'prometheus' | 'tempo'
      readonly url: string
    }
  /** State of custom resources, for kube-state-metrics to export. */
  | {
      readonly kind: 'custom-resource-metrics'
      readonly resources: readonly CustomResourceMetrics[]
      readonly rbac: readonly Readonly<Record<string, unknown>>[]
    }
  /** Labels that a monitor or rule must carry to be read by a Prometheus of the cluster. */
  | { readonly kind: 'monitor-labels'; readonly labels: Readonly<Record<string, string>> }
  /** A namespace of the cluster. */
  | { readonly kind: 'namespace'; readonly name: string }
  /** A way in from outside the cluster. */
  | { readonly kind: 'door'; readonly to: string; readonly authenticated: boolean; readonly how: string }

export type CapabilityKind = Capability['kind']
export type CapabilityOf<K extends CapabilityKind> = Extract<Capability, { kind: K }>

/** Something that a component cannot do without. */
export type Requirement =
  | { readonly kind: 'crd'; readonly group: string }
  | {
      readonly kind: 'endpoint'
      readonly name: EndpointName
      /** The component that it must come from, where several would do. */
      readonly from?: string
      /** What the endpoint is in a namespace where nothing unusual was said: what the base layer writes. */
      readonly usually?: (namespace: string) => CapabilityOf<'endpoint'>
    }
  | {
      readonly kind: 'monitor-labels'
      readonly usually?: (namespace: string) => CapabilityOf<'monitor-labels'>
    }
  /** A Secret in the component's own namespace, with these keys at least. */
  | {
      readonly kind: 'secret'
      readonly name: string
      readonly keys: readonly string[]
      /** What a person must know to fill it, in a sentence without a full stop. */
      readonly note?: string
    }
  /** Whatever there is of a kind in the cluster, none included: it wires, it does not order. */
  | { readonly kind: 'all'; readonly of: Gathered }

/** Kinds that are gathered from the whole cluster. */
export type Gathered = 'custom-resource-metrics' | 'datasource' | 'namespace'

/** What the requirements of a component resolved to. In the base layer: what they usually resolve to. */
export interface Found {
  readonly endpoint: (name: EndpointName) => string | undefined
  readonly monitorLabels: () => Readonly<Record<string, string>> | undefined
  readonly all: <K extends Gathered>(kind: K) => readonly CapabilityOf<K>[] | undefined
}
