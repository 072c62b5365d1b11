import type { IEndpoint } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/Endpoint'
import type { IServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor'
import { type MonitorSettings, monitorSpec } from './monitor.ts'

/** Has Prometheus scrape the Pods behind Services. */
export const serviceMonitor = (settings: MonitorSettings<IEndpoint>) =>
  ({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: settings.name, labels: settings.labels },
    spec: { ...monitorSpec(settings), endpoints: [...settings.endpoints] },
  }) satisfies IServiceMonitor
