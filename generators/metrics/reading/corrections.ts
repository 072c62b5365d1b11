/** What holds of an exporter beyond what was collected of it. */
export interface Correction {
  /** The list was seen to hold every current name. */
  readonly complete?: true
  /** The labels are all there. Default: they are when the list is complete, otherwise there may be more. */
  readonly labelled?: true
  /** How metrics that are not listed may begin. Default: as those that are. */
  readonly prefixes?: readonly string[]
  /** Names that current releases do not have. */
  readonly removed?: readonly string[]
  readonly also?: Readonly<Record<string, string>>
  /** Whether a metric is there only when somebody switches it on. */
  readonly optional?: (name: string) => boolean
  /** Labels of a metric that was collected without. Undefined: not known. */
  readonly labels?: (name: string) => readonly string[] | undefined
  /** Labels that all metrics get whose names begin so. */
  readonly moreLabels?: Readonly<Record<string, readonly string[]>>
}

/** client-go's, which every component of Kubernetes has although its own list leaves them out. */
const clientGo: Readonly<Record<string, string>> = {
  rest_client_request_duration_seconds: 'histogram host verb',
  rest_client_request_size_bytes: 'histogram host verb',
  rest_client_requests_total: 'counter code host method',
  rest_client_response_size_bytes: 'histogram host verb',
}

export const corrections: Readonly<Record<string, Correction>> = {
  cadvisor: {
    labelled: true,
    // The kubelet sets the first six on everything of a container.
    labels: (name) => (name.startsWith('machine_') ? undefined : [...ofContainers, ...moreOf(name)]),
  },
  common: {
    complete: true,
    prefixes: [],
    labels: () => [],
  },
  'dcgm-exporter': {
    complete: true,
    // The image's own counters have it, but the chart puts a list of its own in their place.
    optional: (name) => name === 'DCGM_FI_DEV_FB_RESERVED',
  },
  etcd: { complete: true, prefixes: ['etcd_'] },
  flux: {
    labelled: true,
    // Gone since Flux 2.1; the third is kube-state-metrics', where it is asked for it.
    removed: ['gotk_reconcile_condition', 'gotk_suspend_status', 'gotk_resource_info'],
  },
  hubble: { labelled: true },
  'kube-apiserver': { complete: true, also: clientGo },
  'kube-controller-manager': {
    also: clientGo,
    prefixes: ['attachdetach_', 'endpoint_slice_', 'job_controller_', 'node_collector_', 'node_ipam_', 'workqueue_'],
  },
  'kube-proxy': { also: clientGo },
  'kube-scheduler': { also: clientGo },
  'kube-state-metrics': {
    complete: true,
    // On a port of their own, which is not scraped unless asked for.
    optional: (name) => name.startsWith('kube_state_metrics_'),
  },
  kubelet: { complete: true, also: clientGo },
  'node-exporter': { complete: true, prefixes: ['node_'] },
  'otel-collector': {
    labelled: true,
    // As collectors of release 0.158 answered.
    labels: (name) => Object.entries(ofCollector).find(([start]) => name.startsWith(start))?.[1] ?? [],
  },
  // What the collector adds is a label of the way, not of the metric.
  'otel-kubeletstats': { labelled: true },
  'prometheus-operator': { prefixes: ['prometheus_operator_', 'reloader_'] },
  prometheus: {
    complete: true,
    // A registry wrapped around that of each part adds them.
    moreLabels: {
      prometheus_notifications_: ['alertmanager'],
      prometheus_remote_storage_: ['remote_name', 'url'],
      prometheus_sd_: ['config', 'mechanism', 'name', 'role'],
    },
    // Alerts have whatever labels their rules give them.
    also: { ALERTS: 'gauge ?', ALERTS_FOR_STATE: 'gauge ?' },
  },
}

/** Labels of what a collector says of itself, by how the name begins. */
const ofCollector: Readonly<Record<string, readonly string[]>> = {
  otelcol_exporter_in_flight_requests: ['data_type', 'exporter'],
  otelcol_exporter_queue_capacity: ['data_type', 'exporter'],
  otelcol_exporter_queue_size: ['data_type', 'exporter'],
  otelcol_exporter_: ['exporter', 'server_address', 'server_port', 'url_path'],
  otelcol_processor_incoming_items: ['otel_signal', 'processor'],
  otelcol_processor_internal_duration: ['otel_signal', 'processor'],
  otelcol_processor_outgoing_items: ['otel_signal', 'processor'],
  otelcol_processor_: ['processor'],
  otelcol_receiver_: ['receiver', 'transport'],
  otelcol_scraper_: ['receiver', 'scraper'],
}

const ofContainers = ['container', 'id', 'image', 'name', 'namespace', 'pod']

/** Labels beside those, by how the name begins: google/cadvisor docs/storage/prometheus.md. */
const more: Readonly<Record<string, readonly string[]>> = {
  container_blkio_device_usage_total: ['device', 'major', 'minor', 'operation'],
  container_cpu_usage_seconds_total: ['cpu'],
  container_fs_: ['device'],
  container_hugetlb_: ['pagesize'],
  container_memory_bandwidth_: ['node_id'],
  container_memory_failures_total: ['failure_type', 'scope'],
  container_memory_numa_pages: ['node', 'scope', 'type'],
  container_network_advance_tcp_stats_total: ['tcp_state'],
  container_network_tcp: ['tcp_state'],
  container_network_udp: ['udp_state'],
  container_network_: ['interface'],
  container_perf_: ['bus', 'cpu', 'event', 'pmu', 'socket'],
  container_tasks_state: ['state'],
  container_ulimits_soft: ['ulimit'],
}

const moreOf = (name: string): readonly string[] =>
  Object.entries(more).find(([start]) => name.startsWith(start))?.[1] ?? []
