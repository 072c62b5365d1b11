import type { CapabilityOf } from '../../fleet/capability.ts'
import { serviceHost } from '../../objects/kubernetes/service.ts'
import { monitored } from '../prometheus-operator-crds/monitored.ts'

export const exporterName = 'dcgm-exporter'

export const metricsPort = 9400

/** The Pod that a GPU belongs to at the moment, which the exporter knows of the kubelet. An idle GPU has none. */
const ofThePod = ['namespace', 'pod', 'container'] as const

/** What a collector scrapes: behind its Service each Pod by itself, for each knows the GPUs of its own node. */
export const collected = (name: string, namespace: string): CapabilityOf<'metrics'> => ({
  kind: 'metrics',
  exporter: exporterName,
  through: 'collector',
  target: serviceHost(name, namespace, metricsPort),
  labels: ofThePod,
})

/** The same by a monitor, which has such labels of its own: those of the exporter's Pod. */
export const byMonitor: CapabilityOf<'metrics'> = monitored(exporterName, {
  labels: ofThePod.map((label) => `exported_${label}`),
})
