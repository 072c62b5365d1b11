import { type ServicePort, service } from './service.ts'

/**
 * A Service without an address of its own, which leads to each Pod of a workload: by their names, and for who scrapes them.
 * The one of the workload's name leads to any of them.
 */
export const podsService = (workload: string, port: ServicePort) =>
  service({ name: podsServiceName(workload), workload, port, headless: true })

export const podsServiceName = (workload: string): string => `${workload}-pods`

/** The workload whose Pods, or any of whose Pods, a Service leads to. */
export const workloadOf = (service: string): string => service.replace(/-pods$/, '')
