import type { IPodMetricsEndpoint } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMetricsEndpoint'
import type { IPodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor'
import { type MonitorSettings, monitorSpec } from './monitor.ts'

/** Has Prometheus scrape Pods, those too that no Service stands before. */
export const podMonitor = (settings: MonitorSettings<IPodMetricsEndpoint>) =>
  ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: settings.name, labels: settings.labels },
    spec: { ...monitorSpec(settings), podMetricsEndpoints: [...settings.endpoints] },
  }) satisfies IPodMonitor
