import type { IService } from 'kubernetes-models/v1/Service'
import { selectorLabels } from './labels.ts'

export interface LoadBalancerSettings {
  readonly name: string
  /** The workload that it leads to. */
  readonly workload: string
  /** What the provider, or whoever keeps DNS records, is told. */
  readonly annotations?: Readonly<Record<string, string>> | undefined
  /** Each leads to the container's port of that name. */
  readonly ports: readonly { readonly name: string; readonly port: number; readonly to: string }[]
}

/** A way in from outside the cluster, by an address that the provider gives. */
export const loadBalancer = ({ name, workload, annotations, ports }: LoadBalancerSettings) =>
  ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: selectorLabels(workload), annotations },
    spec: {
      type: 'LoadBalancer',
      selector: selectorLabels(workload),
      ports: ports.map(({ name, port, to }) => ({ name, port, targetPort: to })),
    },
  }) satisfies IService
