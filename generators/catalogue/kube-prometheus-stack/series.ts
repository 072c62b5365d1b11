import type { Capability } from '../../fleet/capability.ts'
import type { ControlPlanePart } from '../../fleet/traits.ts'
import { monitored, readsMonitors } from '../prometheus-operator-crds/monitored.ts'
import { nodeLabel } from './exporters.ts'

/** The kubelet answers for itself, cAdvisor and probes; its targets are nodes, not Pods. */
const ofKubelet = { labels: ['node', 'metrics_path'] }

/** What the chart's own monitors have scraped, wherever it runs. */
const always: readonly Capability[] = [
  readsMonitors,
  monitored('kubelet', ofKubelet),
  monitored('cadvisor', ofKubelet),
  monitored('kube-state-metrics'),
  monitored('node-exporter', { labels: [nodeLabel] }),
  monitored('kube-apiserver'),
  monitored('coredns'),
  monitored('prometheus'),
  monitored('prometheus-operator'),
  monitored('alertmanager'),
  monitored('grafana'),
  // What its own rules record.
  monitored('kube-prometheus-stack-rules'),
]

/** The series of a stack. Of the control plane, those of the parts that can be reached. */
export const stackSeries = (exposes: readonly ControlPlanePart[]): readonly Capability[] => [
  ...always,
  ...exposes.map((part) => monitored(part)),
]
