import type { CapabilityOf } from '../../fleet/capability.ts'
import type { Where } from '../../fleet/component.ts'
import { everyNode } from '../../objects/kubernetes/every-node.ts'
import { modest, type StackValues } from './values.ts'

/** The label of node-exporter's series that holds the name of the node. */
export const nodeLabel = 'node'

/** Values of what turns nodes and Kubernetes objects into metrics. */
export const exporterValues = ({ found }: Where): StackValues => ({
  'prometheus-node-exporter': {
    tolerations: everyNode,
    // People know a node by its name, not by the address that is in `instance`.
    prometheus: {
      monitor: { relabelings: [{ sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: nodeLabel }] },
    },
    resources: modest('20m', '32Mi', '128Mi'),
  },
  // Dashboards for machines that no cluster has.
  nodeExporter: { operatingSystems: { aix: { enabled: false }, darwin: { enabled: false } } },
  'kube-state-metrics': {
    resources: modest('10m', '64Mi', '256Mi'),
    ...customResourceState(found.all('custom-resource-metrics')),
  },
})

/** Metrics of custom resources, which other components ask kube-state-metrics for. */
const customResourceState = (metrics: readonly CapabilityOf<'custom-resource-metrics'>[] = []) =>
  metrics.length === 0
    ? {}
    : {
        customResourceState: {
          enabled: true,
          config: {
            kind: 'CustomResourceStateMetrics',
            spec: { resources: metrics.flatMap(({ resources }) => resources) },
          },
        },
        rbac: { extraRules: metrics.flatMap(({ rbac }) => rbac) },
      }
