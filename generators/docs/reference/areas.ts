/** A page of the reference: words that a person looks for together. */
export interface Area {
  /** Its file, without the ending. */
  readonly page: string
  readonly title: string
  /** What is found there, in a sentence. */
  readonly about: string
  readonly words: readonly string[]
}

/** Every word of `fleetwright.ts` is in one of them. */
export const areas: readonly Area[] = [
  {
    page: 'fleet',
    title: 'The fleet',
    about: 'Environments, clusters, namespaces, and what every component takes.',
    words: ['defineFleet', 'environment', 'flux', 'argo', 'namespace', 'except'],
  },
  {
    page: 'secrets',
    title: 'Secrets',
    about: 'Where a Secret comes from, and how a component names one.',
    words: ['secret', 'existing', 'sops', 'externalSecret'],
  },
  {
    page: 'applications',
    title: 'Applications of your own',
    about: 'A chart or objects of your own, as a component like any other.',
    words: ['helmRelease', 'manifests', 'OwnChart'],
  },
  {
    page: 'metrics',
    title: 'Metrics',
    about: 'Prometheus, with an operator or without, and what it scrapes.',
    words: [
      'kubePrometheusStack',
      'prometheusOperatorCrds',
      'prometheus',
      'kubeStateMetrics',
      'nodeExporter',
      'minioMonitor',
    ],
  },
  {
    page: 'logs-and-traces',
    title: 'Logs and traces',
    about: 'Loki and Tempo, and the agents that send to them.',
    words: ['loki', 's3', 'lokiSingle', 'promtail', 'alloy', 'alloyAgent', 'tempo'],
  },
  {
    page: 'dashboards-and-alerts',
    title: 'Dashboards and alerts',
    about: 'Grafana, alerts, and who is told of them.',
    words: [
      'grafana',
      'serviceDashboards',
      'alertmanager',
      'platformAlerts',
      'fluxAlerts',
      'argoAlerts',
      'argoNotifications',
      'slack',
      'discord',
      'webhook',
    ],
  },
  {
    page: 'federation',
    title: 'Federation',
    about: 'Collectors at edges and hub, and what goes on from there.',
    words: [
      'otelAgent',
      'otelScraper',
      'otelAggregator',
      'otelGateway',
      'splunk',
      'datadog',
      'otlpTo',
      'federationCertificates',
      'federationDashboards',
      'federationRules',
    ],
  },
  {
    page: 'gpus',
    title: 'GPUs',
    about: 'Nodes with GPUs: who gives them out, who watches them, who uses them.',
    words: ['nvidiaDevicePlugin', 'dcgmExporter', 'bertInference'],
  },
  {
    page: 'ground',
    title: 'What others stand on',
    about: 'The network, certificates, an object store, a way in.',
    words: ['cilium', 'certManager', 'minio', 'cloudflareTunnel'],
  },
]
