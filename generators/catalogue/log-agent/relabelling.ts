import type { CapabilityOf } from '../../fleet/capability.ts'
import { meta } from '../../objects/prometheus/relabelling.ts'

/** One step from what Kubernetes says of a container to the labels of its logs, as Prometheus relabels. */
export interface RelabelRule {
  /** The labels that are read, joined by the separator. */
  readonly from: readonly string[]
  /** The label that is written, when the pattern matches all of what was read. */
  readonly to: string
  /** Default `;`. */
  readonly separator?: string
  /** Default: anything. */
  readonly regex?: string
  /** Default: what the pattern's first group matched. */
  readonly replacement?: string
}

/** Labels of every line of a container's logs. Queries and dashboards rely on them, whichever agent is in place. */
export const logLabels = ['namespace', 'pod', 'container', 'node_name', 'app', 'job'] as const

/** Labels that the agents add by themselves: the file they read, and where the container wrote to (stdout or stderr). */
const agentLabels = ['filename', 'stream']

/** What both agents bring to Loki. */
export const podLogs: CapabilityOf<'logs'> = { kind: 'logs', labels: [...logLabels, ...agentLabels] }

const label: (name: (typeof logLabels)[number]) => string = (name) => name
const controller = '__tmp_controller'
const path = '__path__'

/** How the labels come about, and where the container's files are. */
export const podLogRules: readonly RelabelRule[] = [
  { from: [meta('namespace')], to: label('namespace') },
  { from: [meta('pod_name')], to: label('pod') },
  { from: [meta('pod_container_name')], to: label('container') },
  { from: [meta('pod_node_name')], to: label('node_name') },

  { from: [meta('pod_controller_name')], to: controller },
  // A Pod that the kubelet starts from a file belongs to its node, which says nothing about it.
  { from: [meta('pod_controller_kind')], to: controller, regex: 'Node', replacement: '' },
  // Without the parts that change with every rollout and every run, which would make a new stream each time.
  { from: [meta('pod_controller_kind'), meta('pod_controller_name')], to: controller, regex: 'ReplicaSet;(.+)-[^-]+' },
  { from: [meta('pod_controller_kind'), meta('pod_controller_name')], to: controller, regex: 'Job;(.+)-[0-9]+' },

  // The first of these that the Pod has.
  {
    from: [meta('pod_label_app_kubernetes_io_name'), meta('pod_label_app'), controller, meta('pod_name')],
    to: label('app'),
    regex: ';*([^;]+)(?:;.*)?',
  },
  { from: [label('namespace'), label('app')], to: label('job'), separator: '/' },

  {
    from: [meta('pod_uid'), meta('pod_container_name')],
    to: path,
    separator: '/',
    replacement: '/var/log/pods/*$1/*.log',
  },
  // The folder of a Pod that the kubelet starts from a file is named for the hash of that file.
  {
    from: [
      meta('pod_annotationpresent_kubernetes_io_config_hash'),
      meta('pod_annotation_kubernetes_io_config_hash'),
      meta('pod_container_name'),
    ],
    to: path,
    separator: '/',
    regex: 'true/(.*)',
    replacement: '/var/log/pods/*$1/*.log',
  },
]
