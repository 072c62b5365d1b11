/** An option, and a value for it that no default has. */
export interface Probe {
  /** With dots where it is inside another: `prometheus.size`. */
  readonly option: string
  readonly probe: unknown
}

const days = '7777d'
const hours = '7777h'
const bytes = '7777Gi'
const port = 32_767
const amounts = { requests: { cpu: '7777m', memory: bytes } }

const sized: readonly Probe[] = [
  { option: 'size', probe: bytes },
  { option: 'resources', probe: amounts },
]

/** Options of the catalogue's Helm components that say the same as values, by component. */
export const probes: Readonly<Record<string, readonly Probe[]>> = {
  'kube-prometheus-stack': [
    { option: 'retention', probe: days },
    { option: 'scrapeInterval', probe: '7777s' },
    { option: 'prometheus.size', probe: bytes },
    { option: 'prometheus.retentionSize', probe: bytes },
    { option: 'prometheus.nodePort', probe: port },
    { option: 'prometheus.resources', probe: amounts },
    { option: 'alertmanager.size', probe: bytes },
    { option: 'alertmanager.retention', probe: hours },
    { option: 'alertmanager.resources', probe: amounts },
    { option: 'grafana.size', probe: bytes },
    { option: 'grafana.nodePort', probe: port },
    { option: 'grafana.resources', probe: amounts },
  ],
  loki: [{ option: 'retention', probe: days }, ...sized],
  minio: sized,
  promtail: [{ option: 'resources', probe: amounts }],
  tempo: [{ option: 'retention', probe: hours }, ...sized],
}
