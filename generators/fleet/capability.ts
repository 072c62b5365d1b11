import type { Taint } from './traits.ts'

/** Addresses that components look for by what answers there. */
export type EndpointName =
  | 'alertmanager'
  | 'grafana'
  | 'loki-push'
  | 'otlp'
  | 'otlp-logs'
  | 'otlp-metrics'
  | 'otlp-traces'
  | 'prometheus'
  | 'remote-write'
  | 's3'

/**
 * How series or lines reach a store: by ServiceMonitors and PodMonitors, by the annotations `prometheus.io/scrape`, by a
 * job of Prometheus's own configuration that is named here, by an OpenTelemetry collector that scrapes, or sent by what
 * makes them: by OTLP, or by Prometheus's remote write.
 */
export type Way = 'annotations' | 'collector' | 'monitors' | 'otlp' | 'remote-write' | `job:${string}`

/** The custom resources that kube-state-metrics turns into metrics: one entry of its `customResourceState`. */
export type CustomResourceMetrics = Readonly<Record<string, unknown>>

/** What nodes may have that others lack. */
export type NodeFeature = 'nvidia-gpu'

/** Something that a component, or the cluster itself, brings for others. */
export type Capability =
  /** Custom resource definitions, by API group. */
  | { readonly kind: 'crd'; readonly group: string }
  /** An address inside the cluster: `http://loki-gateway.monitoring.svc.cluster.local`. */
  | {
      readonly kind: 'endpoint'
      readonly name: EndpointName
      readonly url: string
      /** The same from other clusters. Absent: it is not exported, and no other cluster can have it. */
      readonly outside?: string
      /** Labels of the Pods that answer there. Network policies open the way to them. */
      readonly pods?: Readonly<Record<string, string>>
    }
  /** Series that an exporter offers. They exist where something `scrapes` that way. */
  | {
      readonly kind: 'metrics'
      /** A file of `generators/metrics`, or a name of the user's own beside `families`. */
      readonly exporter: string
      readonly through: Way
      /** Where a collector finds it: `kube-state-metrics.observability.svc.cluster.local:8080`. */
      readonly target?: string
      /** Names of series with the labels that the exporter sets. Default: those known of the exporter. */
      readonly families?: Readonly<Record<string, readonly string[]>>
      /** Labels on every series, beyond those of the exporter and of the way. */
      readonly labels?: readonly string[]
      /** Series that do not come this way although the exporter has them; `container_spec_*` stands for all that begin so. */
      readonly dropped?: readonly string[]
    }
  /** A store that takes series in, and the labels that this way puts on each: `job`, `instance`, `namespace`. */
  | { readonly kind: 'scrapes'; readonly through: Way; readonly labels: readonly string[] }
  /** Log lines that arrive in Loki, and their labels. */
  | { readonly kind: 'logs'; readonly labels: readonly string[] }
  /** A datasource for Grafana. The UID is what dashboards name. */
  | {
      readonly kind: 'datasource'
      readonly uid: string
      readonly name: string
      readonly type: 'alertmanager' | 'loki' | 'prometheus' | 'tempo'
      readonly url: string
      /**
       * How often a series gets a sample, as a Prometheus duration. Grafana draws no rate over less than four of them.
       * Default: what Grafana takes for granted, `15s`.
       */
      readonly interval?: string
    }
  /** State of custom resources, for kube-state-metrics to export. */
  | {
      readonly kind: 'custom-resource-metrics'
      readonly resources: readonly CustomResourceMetrics[]
      readonly rbac: readonly Readonly<Record<string, unknown>>[]
    }
  /** Labels that a monitor or rule must carry to be read by a Prometheus of the cluster. */
  | { readonly kind: 'monitor-labels'; readonly labels: Readonly<Record<string, string>> }
  /** Who signs certificates of its namespace: an Issuer of cert-manager, by its name. */
  | { readonly kind: 'issuer'; readonly name: string }
  /** A namespace of the cluster. */
  | { readonly kind: 'namespace'; readonly name: string }
  /** Nodes that can do what others cannot: what a Pod must select and tolerate to run there. */
  | {
      readonly kind: 'node-feature'
      readonly feature: NodeFeature
      readonly nodeSelector: Readonly<Record<string, string>>
      readonly taints: readonly Taint[]
    }
  /** A way in from outside the cluster. */
  | {
      readonly kind: 'door'
      readonly to: string
      readonly authenticated: boolean
      readonly how: string
      /** What it asks for, in words. Default: the password that its component reads from a Secret. */
      readonly login?: string
    }

export type CapabilityKind = Capability['kind']
export type CapabilityOf<K extends CapabilityKind> = Extract<Capability, { kind: K }>

/** Something that a component cannot do without, or makes use of where it is there. */
export type Requirement =
  | { readonly kind: 'crd'; readonly group: string }
  | {
      readonly kind: 'endpoint'
      readonly name: EndpointName
      /** The component that it must come from, where several would do. */
      readonly from?: string
      /** The other cluster that it must come from. Its address from outside is what is found. Default: this cluster. */
      readonly in?: string
      /** Whether it speaks TLS with whoever answers in another cluster, who must do so too. Default: as they do. */
      readonly encrypted?: boolean
      /** It is wired where something in this cluster provides it, and not missed elsewhere. Default `false`. */
      readonly optional?: true
      /** What the endpoint is in a namespace where nothing unusual was said: what the base layer writes. */
      readonly usually?: (namespace: string) => CapabilityOf<'endpoint'>
    }
  | {
      readonly kind: 'monitor-labels'
      readonly usually?: (namespace: string) => CapabilityOf<'monitor-labels'>
    }
  /** An Issuer of the component's own namespace, which its certificates wait for. */
  | { readonly kind: 'issuer'; readonly name: string }
  /** A Secret in the component's own namespace, with these keys at least. */
  | {
      readonly kind: 'secret'
      readonly name: string
      readonly keys: readonly string[]
      /** What a person must know to fill it, in a sentence without a full stop. */
      readonly note?: string
      /**
       * What makes it by hand, where that is more than to type values in: a command with this cluster as kubectl's context,
       * to which `-n NAMESPACE` is added.
       */
      readonly command?: string
    }
  /** Somebody whom it talks to and who belongs to no cluster of the fleet: `https://hooks.slack.com`. Nothing has to meet it. */
  | {
      readonly kind: 'outside'
      /** A URL: its port, or that of its scheme, is let through. `quic` goes over UDP. */
      readonly url: string
      /** What goes there: `alerts`. */
      readonly what: string
    }
  /** Nodes of the cluster that have a feature: declared on a node pool, or found by another component. */
  | { readonly kind: 'node-feature'; readonly feature: NodeFeature }
  /** Whatever there is of a kind in the cluster, none included: it wires, it does not order. */
  | { readonly kind: 'all'; readonly of: Gathered }

/** Kinds that are gathered from the whole cluster. */
export type Gathered = 'custom-resource-metrics' | 'datasource' | 'metrics' | 'namespace'

/** What the requirements of a component resolved to. In the base layer: what they usually resolve to. */
export interface Found {
  readonly endpoint: (name: EndpointName) => string | undefined
  readonly monitorLabels: () => Readonly<Record<string, string>> | undefined
  readonly nodes: (feature: NodeFeature) => CapabilityOf<'node-feature'> | undefined
  readonly all: <K extends Gathered>(kind: K) => readonly CapabilityOf<K>[] | undefined
}
