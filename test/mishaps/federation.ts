import { parse } from 'yaml'
import { isRecord } from '../../generators/fleet/checks/check.ts'
import type { ClusterSettings } from '../../generators/fleet/cluster.ts'
import type { Component, ManifestsDefinition, Values } from '../../generators/fleet/component.ts'
import {
  alertmanager,
  bertInference,
  certManager,
  dcgmExporter,
  defineFleet,
  environment,
  existing,
  federationCertificates,
  federationDashboards,
  federationRules,
  flux,
  grafana,
  kubeStateMetrics,
  lokiSingle,
  manifests,
  namespace,
  nvidiaDevicePlugin,
  otelAgent,
  otelAggregator,
  otelGateway,
  otelScraper,
  prometheus,
  tempo,
} from '../../generators/fleetwright.ts'
import type { KubernetesObject } from '../../generators/kubernetes-object.ts'
import { toYaml } from '../../generators/output/yaml/emit.ts'
import { merge } from '../../generators/plan/values.ts'

const repository = { url: 'https://github.com/example/platform', branch: 'main' } as const

/** What stands in the place of our components, by their names; undefined: nothing. Under other names it comes beside them. */
type Instead = Readonly<Record<string, Component | undefined>>

interface Changes {
  readonly hub?: Instead
  readonly edge?: Instead
  /** At both: what stands in namespaces of the same name is one component. */
  readonly everywhere?: Instead
  /** What is said of the clusters themselves. */
  readonly clusters?: {
    readonly hub?: Partial<ClusterSettings<'cloud'>>
    readonly edge?: Partial<ClusterSettings<'cloud'>>
  }
}

/** The hub and the edge of `generators/fleet.ts`, but for what a mishap changes. */
export const federation = ({ everywhere, clusters = {}, ...changes }: Changes = {}) => {
  const hub = { ...everywhere, ...changes.hub }
  const edge = { ...everywhere, ...changes.edge }
  return defineFleet({
    repository,
    environments: { cloud: environment({ storageClass: 'fast', networkPolicies: true }) },
    clusters: {
      hub: flux({
        ...both,
        role: 'hub',
        namespaces: {
          'cert-manager': namespace({}, put(hub, [certManager()])),
          'observability-hub': namespace({ secrets }, [...put(hub, stores), ...beside(hub, all)]),
          observability: namespace({}, put(hub, collected)),
          inference: namespace({ secrets }, put(hub, [bertInference()])),
        },
        ...clusters.hub,
      }),
      'edge-1': flux({
        ...both,
        role: 'edge',
        namespaces: {
          observability: namespace({ secrets }, [...put(edge, onEdge), ...beside(edge, all)]),
          inference: namespace({ secrets }, put(edge, [bertInference()])),
        },
        ...clusters.edge,
      }),
    },
  })
}

const both = {
  environment: 'cloud',
  distribution: 'managed',
  network: 'calico',
  nodePools: { gpu: { gpu: true, labels: { 'node-type': 'gpu' }, taints: ['nvidia.com/gpu=present:NoSchedule'] } },
} as const

const secrets = Object.fromEntries(
  ['alertmanager-config', 'bert-login', 'bert-tls', 'grafana-admin', 'otel-client'].map((name) => [name, existing()]),
)

const collected = [
  kubeStateMetrics({ version: '2.13.0' }),
  nvidiaDevicePlugin(),
  dcgmExporter(),
  otelAgent(),
  otelScraper(),
]
const onEdge = [...collected, otelAggregator()]

export const gateway = otelGateway({ address: 'otlp.hub.example.com' })

const stores = [
  federationCertificates(),
  gateway,
  prometheus({
    receivers: { otlp: true, remoteWrite: true },
    rules: federationRules({ repository }),
  }),
  alertmanager(),
  lokiSingle({ otlpLabels: ['cluster.id', 'cluster.role'] }),
  tempo(),
  grafana(),
  federationDashboards(),
]

const all = [...stores, ...onEdge, certManager(), bertInference()]

const put = (instead: Instead, ours: readonly Component[]): readonly Component[] =>
  ours.flatMap((one) => {
    const { name } = one.definition
    return name in instead ? (instead[name] ?? []) : one
  })

const beside = (instead: Instead, ours: readonly Component[]): readonly Component[] =>
  Object.entries(instead).flatMap(([name, one]) =>
    one === undefined || ours.some(({ definition }) => definition.name === name) ? [] : one,
  )

/** One of our components, as somebody keeps it who changes its objects by hand; undefined takes one away. */
export const changed = (
  { definition, options }: Component,
  change: (object: KubernetesObject) => KubernetesObject | undefined,
): Component => {
  const ours = definition as ManifestsDefinition
  return {
    definition: {
      ...ours,
      objects: (some, where) => ours.objects(some, where).flatMap((object) => change(object) ?? []),
    },
    options,
  }
}

/** One of our collectors, with this laid over its configuration by hand; null takes something out of it. */
export const configured = (component: Component, over: Values): Component =>
  changed(component, (object) =>
    object.kind === 'ConfigMap'
      ? { ...object, data: { ...(object.data as object), 'config.yaml': toYaml(patched(configOf(object), over)) } }
      : object,
  )

const configOf = ({ data }: KubernetesObject): Values => parse((data as Record<string, string>)['config.yaml'] ?? '')

/** One of our collectors or other workloads, with this laid over its Pod by hand. */
export const podded = (component: Component, kind: string, template: Values, spec: Values = {}): Component =>
  changed(component, (object) =>
    object.kind === kind && object.metadata.name === component.definition.name
      ? (patched(object, { spec: { ...spec, template } }) as KubernetesObject)
      : object,
  )

/** The gateway, as somebody keeps it who writes to Prometheus by remote write, with these settings beside sound ones. */
export const remoteWriting = (settings: Values): Component =>
  configured(gateway, {
    exporters: {
      'otlp_http/prometheus': null,
      prometheusremotewrite: {
        endpoint: 'http://prometheus.observability-hub.svc.cluster.local:9090/api/v1/write',
        timeout: '20m',
        retry_on_failure: { max_elapsed_time: 0 },
        remote_write_queue: { enabled: false },
        ...settings,
      },
    },
    service: {
      pipelines: Object.fromEntries(
        ['metrics/cluster', 'metrics/edges'].map((id) => [id, { exporters: ['prometheusremotewrite'] }]),
      ),
    },
  })

/** A dashboard of one's own, with one panel. */
export const dashboard = ({ datasource, expr }: { readonly datasource: string; readonly expr: string }): Component => {
  const panel = {
    type: 'stat',
    title: 'GPUs',
    datasource: { type: 'prometheus', uid: datasource },
    targets: [{ expr }],
  }
  return manifests({
    name: 'gpus',
    objects: [],
    dashboards: [{ name: 'gpus', model: { title: 'GPUs', panels: [panel] } }],
  })()
}

/** As a JSON merge patch: maps deep, everything else whole, and null takes away. */
const patched = (below: Values, over: Values): Values => {
  return Object.fromEntries(
    Object.entries(merge(below, over)).flatMap(([key, value]) =>
      value === null ? [] : [[key, isRecord(value) && isRecord(over[key]) ? patched(value, over[key]) : value]],
    ),
  )
}
