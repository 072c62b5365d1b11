import type { IRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/Rule'
import type { AlertOptions, PlatformAlertsOptions, Severity, UsageAlertOptions } from './options.ts'

/** The alerts that every platform has. kube-prometheus-stack scrapes what they ask for, under the jobs they name. */
export const alertRules = (options: Partial<PlatformAlertsOptions>): readonly IRule[] => [
  nodeDown(options.nodeDown),
  podCrashLooping(options.podCrashLooping),
  highMemory(options.highMemory),
  highCPU(options.highCPU),
  ...(options.testAlert === true ? [testAlert()] : []),
]

const nodeDown = ({ for: pending = '5m', severity = 'critical' }: AlertOptions = {}): IRule => ({
  alert: 'NodeDown',
  expr: 'up{job="node-exporter"} == 0',
  for: pending,
  ...told(
    severity,
    'Node {{ $labels.node }} is down',
    `Prometheus has not reached node-exporter on {{ $labels.node }} ({{ $labels.instance }}) for ${pending}.`,
  ),
})

// A container waits in CrashLoopBackOff only between its attempts: the window bridges the moments in which it runs.
const podCrashLooping = ({ for: pending = '10m', severity = 'warning' }: AlertOptions = {}): IRule => ({
  alert: 'PodCrashLooping',
  expr: `max by (namespace, pod, container) (max_over_time(kube_pod_container_status_waiting_reason{job="kube-state-metrics", reason="CrashLoopBackOff"}[5m])) >= 1`,
  for: pending,
  ...told(
    severity,
    'Pod {{ $labels.namespace }}/{{ $labels.pod }} is crash looping',
    `Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} has been crashing for ${pending}.`,
    'Its last words: kubectl logs --previous -n {{ $labels.namespace }} {{ $labels.pod }} -c {{ $labels.container }}',
  ),
})

const highMemory = ({ for: pending = '10m', severity = 'warning', percent = 90 }: UsageAlertOptions = {}): IRule => ({
  alert: 'HighMemory',
  expr: `100 * (1 - node_memory_MemAvailable_bytes{job="node-exporter"} / node_memory_MemTotal_bytes{job="node-exporter"}) > ${percent}`,
  for: pending,
  ...told(
    severity,
    'Node {{ $labels.node }} is running out of memory',
    `{{ $value | printf "%.0f" }}% of the memory of {{ $labels.node }} is in use, above ${percent}% for ${pending}.`,
  ),
})

// Waiting for a disk is not being busy, so that iowait counts as idle.
const highCPU = ({ for: pending = '15m', severity = 'warning', percent = 90 }: UsageAlertOptions = {}): IRule => ({
  alert: 'HighCPU',
  expr: `100 * (1 - avg without (cpu) (sum without (mode) (rate(node_cpu_seconds_total{job="node-exporter", mode=~"idle|iowait"}[5m])))) > ${percent}`,
  for: pending,
  ...told(
    severity,
    'The processors of node {{ $labels.node }} are busy',
    `{{ $value | printf "%.0f" }}% of the processor time of {{ $labels.node }} is in use, above ${percent}% for ${pending}.`,
  ),
})

const testAlert = (): IRule => ({
  alert: 'TestAlert',
  expr: 'vector(1)',
  ...told('warning', 'This is a test', 'Somebody switched on testAlert, and it fires until it is switched off.'),
})

const told = (severity: Severity, summary: string, ...description: readonly string[]) => ({
  labels: { severity },
  annotations: { summary, description: description.join(' ') },
})
