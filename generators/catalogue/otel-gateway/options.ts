import { type Check, isRecord, mapOf, satisfying, shape } from '../../fleet/checks/check.ts'
import { flag, hostname, objectName, type Quantity, quantity, text } from '../../fleet/checks/scalars.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import { type CollectorOptions, collectorChecks } from '../opentelemetry/options.ts'
import { type Destination, destinationsCheck } from './destinations.ts'

export interface OtelGatewayOptions extends CollectorOptions {
  /**
   * The name, or IPv4 address, by which edges reach it: somebody points it at the load balancer. Default: none, and no way
   * in from outside its cluster.
   */
  readonly address?: string
  /**
   * Whether it takes from outside only what shows a certificate of `federationCertificates()`. `false` takes what anybody
   * sends, in the open. What is sent within its own cluster is in plain text either way. Default `true`.
   */
  readonly mtls?: boolean
  /** The Issuer of its namespace that signs its certificate. Default: that of `federationCertificates()`. */
  readonly issuer?: string
  /** How many Pods. Default: 2 to 5, as their processors are busy. The same number twice: that many, and no autoscaler. */
  readonly replicas?: { readonly min?: number; readonly max?: number }
  /**
   * Size of each Pod's volume for what a store does not take, as a Kubernetes quantity. Default `20Gi`, of which each queue
   * can fill an equal part: 4Gi each for logs, metrics and traces. It can grow, never shrink.
   */
  readonly size?: Quantity
  /** Who gets signals beside the hub's own stores: `[splunk({ … })]`. Default: nobody. */
  readonly destinations?: readonly Destination[]
  /** What the provider of the load balancer, or whoever keeps DNS records, is told by annotations. Default: nothing. */
  readonly loadBalancer?: { readonly annotations?: Readonly<Record<string, string>> }
}

const replica = satisfying('count', (v) => Number.isInteger(v) && Number(v) >= 1, 'a number of replicas', '2')
const bounds = shape('replicas', { min: replica, max: replica })

const replicas: Check = (value, place) => {
  const wrong = bounds(value, place)
  if (wrong.length > 0 || !isRecord(value)) return wrong
  const { min, max } = value
  if (typeof min !== 'number' || typeof max !== 'number' || min <= max) return []
  return [
    {
      rule: 'count',
      place: [...place, 'min'],
      reason: `there cannot be at least ${min} and at most ${max} replicas`,
      fix: `write a min of at most ${max}, or a larger max`,
    },
  ]
}

export const otelGatewayChecks: PlainChecks<OtelGatewayOptions> = {
  ...collectorChecks,
  address: hostname,
  mtls: flag,
  issuer: objectName,
  replicas,
  size: quantity,
  destinations: destinationsCheck,
  loadBalancer: shape('loadBalancer', { annotations: mapOf(text) }),
}
