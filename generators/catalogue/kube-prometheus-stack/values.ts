import type { ValuesOf } from '../../charts/keys.ts'
import type { kubePrometheusStackChart } from '../../charts/kube-prometheus-stack.ts'
import type { Resources } from '../../fleet/checks/resources.ts'
import type { Cpu, Quantity } from '../../fleet/checks/scalars.ts'
import type { VolumeValue } from '../../fleet/component.ts'
import type { LoadBalancerOptions } from './options.ts'

/** Values that the chart knows; another key does not compile. */
export type StackValues = ValuesOf<typeof kubePrometheusStackChart.keys>

/** A chart's Service that every node leads to at one port, or nothing. */
export const nodePortService = (nodePort: number | undefined) =>
  nodePort === undefined ? undefined : { type: 'NodePort', nodePort }

/**
 * A chart's Service at an address of a load balancer's, or nothing. The field is deprecated and here to stay: MetalLB,
 * Cilium and kube-vip all read it, while each has an annotation of its own, and MetalLB takes no both.
 */
export const loadBalancerService = ({ address }: LoadBalancerOptions = {}) =>
  address === undefined ? undefined : { type: 'LoadBalancer', loadBalancerIP: address }

/** A volume of a Pod's own, as the operator wants it. */
export const volumeClaim = (size: Quantity | undefined, storageClassName: string | undefined) => ({
  volumeClaimTemplate: {
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName,
      resources: { requests: { storage: size } },
    },
  },
})

/** Where in the values such a volume is told its size and class. */
export const claimedVolume = (path: string): VolumeValue => ({
  size: `${path}.volumeClaimTemplate.spec.resources.requests.storage`,
  storageClass: `${path}.volumeClaimTemplate.spec.storageClassName`,
  instead: [`${path}.emptyDir`, `${path}.ephemeral`],
})

/** What a container may take, or nothing. */
export const resourceValues = ({ requests, limits }: Resources = {}) => ({ requests, limits })

/** What a small helper is promised, and the memory that it may not pass. */
export const modest = (cpu: Cpu, memory: Quantity, atMost: Quantity) => ({
  requests: { cpu, memory },
  limits: { memory: atMost },
})
