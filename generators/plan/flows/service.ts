import { recordsIn } from '../../check/pods.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { ChartPods } from '../../fleet/component.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { PodPort } from '../../objects/kubernetes/network-policy.ts'
import {
  chartPods,
  isSelected,
  type Labels,
  type PodMaker,
  plainObjects,
  type Workload,
  workloadsOf,
} from './workload.ts'

/** A Service as it leads to Pods of its own component. */
export interface Service {
  readonly name: string
  /** The workloads whose Pods it leads to. */
  readonly workloads: readonly Workload[]
  /** Each port of its own, and the port of the Pods that it leads to. */
  readonly ports: readonly { readonly port: number; readonly to: PodPort }[]
  /** Every node, or a load balancer, opens its ports to the outside. */
  readonly isOpen: boolean
}

export const servicesOf = (placement: PodMaker): readonly Service[] => {
  const workloads = workloadsOf(placement)
  return [
    ...(chartPods(placement) ?? []).flatMap((pods) => serviceOfChart(pods, workloads)),
    ...plainObjects(placement)
      .filter(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Service')
      .map((object) => serviceOf(object, workloads)),
  ]
}

const serviceOfChart = ({ service, workload }: ChartPods, workloads: readonly Workload[]): readonly Service[] => {
  const led = workloads.filter(({ name }) => name === workload)
  const ports = led.flatMap((one) => one.ports).map(({ port, protocol }) => ({ port, to: { port, protocol } }))
  return service === undefined ? [] : [{ name: service, workloads: led, ports, isOpen: false }]
}

const serviceOf = (object: KubernetesObject, workloads: readonly Workload[]): Service => {
  const { selector, ports, type } = isRecord(object.spec) ? object.spec : {}
  // Without a selector it leads to addresses that somebody else says.
  const led = isRecord(selector) ? workloads.filter(({ labels }) => isSelected(labels, selector as Labels)) : []
  return {
    name: object.metadata.name,
    workloads: led,
    ports: recordsIn(ports).map(({ record }) => ({ port: Number(record.port), to: targetOf(record, led) })),
    isOpen: type === 'NodePort' || type === 'LoadBalancer',
  }
}

/** A policy is about the port of the Pod: that of the Service is gone by then. */
const targetOf = (
  { port, targetPort, protocol }: Readonly<Record<string, unknown>>,
  workloads: readonly Workload[],
): PodPort => {
  const named = workloads.flatMap(({ ports }) => ports).find(({ name }) => name === targetPort)
  return {
    port: named?.port ?? Number(typeof targetPort === 'number' ? targetPort : port),
    protocol: protocol === 'UDP' ? 'UDP' : 'TCP',
  }
}

/** Host and port of an address, with a scheme or without: the port that goes without saying is that of the scheme. */
export const hostAndPort = (address: string): { readonly host: string; readonly port: PodPort } => {
  const [, scheme = 'http', host = '', port] = /^(?:([a-z+]+):\/\/)?(\[[^\]]+\]|[^/:]+)(?::(\d+))?/.exec(address) ?? []
  const usual = scheme === 'https' || scheme === 'quic' ? 443 : 80
  return { host, port: { port: Number(port ?? usual), protocol: scheme === 'quic' ? 'UDP' : 'TCP' } }
}
