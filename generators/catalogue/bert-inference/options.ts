import { mapOf, satisfying, shape } from '../../fleet/checks/check.ts'
import { pinnedImage } from '../../fleet/checks/image.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { flag, hostname, secretReference, text } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'
import type { SecretReference } from '../../fleet/secret.ts'

export interface BertInferenceOptions extends CommonOptions {
  /**
   * The image of the server, with an exact tag or a digest. It runs as any user, writes to `/tmp` alone, and answers at port
   * 8080: `POST /v1/predict` takes `{"text": …}` and answers `{"label": …, "score": …}`, `GET /healthz` that it is alive,
   * `GET /readyz` that the model is loaded, `GET /metrics` the metrics of `series.ts`. Default: an example of that name.
   */
  readonly image?: string
  /** How many whole GPUs each Pod takes. Default 1. */
  readonly gpus?: number
  /** How many Pods there are, as the load needs them. Each takes GPUs: beyond those of the cluster, Pods wait. Default 1 to 2. */
  readonly replicas?: ReplicaOptions
  /** Whether it sends its traces to the agent of its node, which the cluster must have. Default `true`. */
  readonly tracing?: boolean
  /** The way in from outside, to the demo, with TLS and a login. There is one when `host` is given. Default: none. */
  readonly loadBalancer?: LoadBalancerOptions
  /** What each Pod may take beside its GPUs. Default: 1 processor and 4Gi requested, at most 8Gi. */
  readonly resources?: Resources
}

export interface ReplicaOptions {
  /** At least so many. Default 1. */
  readonly min?: number
  /** At most so many. Default 2. As many as `min`: there is no autoscaler, which needs the metrics-server. */
  readonly max?: number
}

export interface LoadBalancerOptions {
  /** The name under which people find it. */
  readonly host?: string
  /** The Secret with the certificate for it, under `tls.crt` and `tls.key`. A renewed one is taken up. Default `secret('bert-tls')`. */
  readonly certificate?: SecretReference
  /** The Secret with names and hashes of passwords under `auth`, as `htpasswd` writes them. Default `secret('bert-login')`. */
  readonly login?: SecretReference
  /** What the provider of the load balancer, or whoever keeps DNS records, is told. Default: nothing. */
  readonly annotations?: Readonly<Record<string, string>>
}

const some = satisfying('count', (v) => Number.isInteger(v) && Number(v) >= 1, 'a whole number of at least 1', '1')

export const bertInferenceChecks: PlainChecks<BertInferenceOptions> = {
  image: pinnedImage,
  gpus: some,
  replicas: (value, place) => {
    const problems = shape('replicas', { min: some, max: some })(value, place)
    return problems.length > 0 ? problems : inOrder(value as ReplicaOptions, place)
  },
  tracing: flag,
  loadBalancer: shape('a load balancer', {
    host: hostname,
    certificate: secretReference,
    login: secretReference,
    annotations: mapOf(text),
  }),
  resources,
}

const inOrder = ({ min, max }: ReplicaOptions, place: readonly string[]) =>
  min === undefined || max === undefined || min <= max
    ? []
    : [
        {
          rule: 'count',
          place: [...place, 'max'],
          reason: `at most ${max} Pods are fewer than at least ${min}`,
          fix: `write ${min} or more`,
        },
      ]
