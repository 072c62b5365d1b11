import type { IService } from 'kubernetes-models/v1/Service'
import { selectorLabels } from './labels.ts'

export interface ServiceSettings {
  readonly name: string
  /** Labels beside those of the workload. */
  readonly labels?: Readonly<Record<string, string>>
  /** The one port, which leads to the container's port of the same name. */
  readonly port: { readonly name: string; readonly port: number; readonly nodePort?: number }
  /** No address of its own: its name leads to the Pods themselves. Default `false`. */
  readonly headless?: true
}

/** The Pods of a workload under one name, to the cluster alone unless every node opens a port for it. */
export const service = ({ name, labels, port, headless }: ServiceSettings) =>
  ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: { ...selectorLabels(name), ...labels } },
    spec: {
      type: port.nodePort === undefined ? undefined : 'NodePort',
      clusterIP: headless ? 'None' : undefined,
      selector: selectorLabels(name),
      ports: [{ name: port.name, port: port.port, targetPort: port.name, nodePort: port.nodePort }],
    },
  }) satisfies IService

/** Where a Service answers inside the cluster. */
export const serviceUrl = (name: string, namespace: string, port: number): string =>
  `http://${serviceHost(name, namespace, port)}`

/** The same without a scheme, as scrapers and listeners are told it. */
export const serviceHost = (name: string, namespace: string, port: number): string =>
  `${name}.${namespace}.svc.cluster.local:${port}`
