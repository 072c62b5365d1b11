import type { IService } from 'kubernetes-models/v1/Service'
import { selectorLabels } from './labels.ts'

export interface ServiceSettings {
  readonly name: string
  /** The workload that it leads to. Default: the one of its name. */
  readonly workload?: string
  /** Labels beside those of the workload. */
  readonly labels?: Readonly<Record<string, string>>
  /** The port, or ports, each of which leads to the container's port of the same name. */
  readonly port: ServicePort | readonly ServicePort[]
  /** No address of its own: its name leads to the Pods themselves. Default `false`. */
  readonly headless?: true
  /** Whoever asks is answered by the Pod of their own node, or not at all. Default `false`. */
  readonly ownNode?: true
}

export interface ServicePort {
  readonly name: string
  readonly port: number
  readonly nodePort?: number
}

/** The Pods of a workload under one name, to the cluster alone unless every node opens a port for it. */
export const service = ({ name, workload = name, labels, port, headless, ownNode }: ServiceSettings) => {
  const ports = Array.isArray(port) ? (port as readonly ServicePort[]) : [port as ServicePort]
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: { ...selectorLabels(workload), ...labels } },
    spec: {
      type: ports.some(({ nodePort }) => nodePort !== undefined) ? 'NodePort' : undefined,
      clusterIP: headless ? 'None' : undefined,
      internalTrafficPolicy: ownNode ? 'Local' : undefined,
      selector: selectorLabels(workload),
      ports: ports.map(({ name, port, nodePort }) => ({ name, port, targetPort: name, nodePort })),
    },
  } satisfies IService
}

/** Where a Service answers inside the cluster. */
export const serviceUrl = (name: string, namespace: string, port: number): string =>
  `http://${serviceHost(name, namespace, port)}`

/** The same without a scheme, as scrapers and listeners are told it. */
export const serviceHost = (name: string, namespace: string, port: number): string =>
  `${name}.${namespace}.svc.cluster.local:${port}`
