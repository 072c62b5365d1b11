import { isIP } from 'node:net'
import type { kubePrometheusStackChart } from '../../charts/kube-prometheus-stack.ts'
import { satisfying, shape } from '../../fleet/checks/check.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import {
  type Duration,
  duration,
  type GoDuration,
  goDuration,
  hostname,
  nodePort,
  objectName,
  type Quantity,
  quantity,
  secretReference,
} from '../../fleet/checks/scalars.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import type { OwnChecks } from '../../fleet/define-component.ts'
import type { SecretReference } from '../../fleet/secret.ts'

export interface KubePrometheusStackOptions extends HelmOptions<typeof kubePrometheusStackChart.keys> {
  /** How long Prometheus keeps samples, as a Prometheus duration. Default `10d`. */
  readonly retention?: Duration
  /** How often everything is scraped, as a Prometheus duration of at least `10s`. Default `30s`. */
  readonly scrapeInterval?: Duration
  /** What keeps and answers for samples. */
  readonly prometheus?: PrometheusOptions
  /** What tells people of alerts. */
  readonly alertmanager?: AlertmanagerOptions
  /** What people look at. */
  readonly grafana?: GrafanaOptions
}

export interface PrometheusOptions {
  /** Size of the volume for samples, as a Kubernetes quantity. Default `20Gi`. It can grow, never shrink. */
  readonly size?: Quantity
  /** Oldest samples go once there are this many bytes of them. Default: none, `retention` alone decides. */
  readonly retentionSize?: Quantity
  /** Port on every node that leads to Prometheus, which asks for no login. Default: none. */
  readonly nodePort?: number
  /** What it may take. Default: 100m and 512Mi requested, at most 2Gi. */
  readonly resources?: Resources
}

export interface AlertmanagerOptions {
  /** Size of the volume for silences and the notification log, as a Kubernetes quantity. Default `2Gi`. */
  readonly size?: Quantity
  /** How long expired silences and notifications are kept, as a Go duration. Default `120h`. */
  readonly retention?: GoDuration
  /** The Secret that holds its configuration under `alertmanager.yaml`. Default `secret('alertmanager-config')`. */
  readonly config?: SecretReference
  /** Port on every node that leads to Alertmanager, which asks for no login. Default: none. */
  readonly nodePort?: number
  /** What it may take. Default: 10m and 64Mi requested, at most 128Mi. */
  readonly resources?: Resources
}

export interface GrafanaOptions {
  /** The Secret with `admin-user` and `admin-password`. Default `secret('grafana-admin')`. */
  readonly admin?: SecretReference
  /** Size of a volume for what people make in Grafana. Default: none, Grafana is stateless. */
  readonly size?: Quantity
  /** Port on every node that leads to Grafana's login. Default: none. */
  readonly nodePort?: number
  /** An address of the network's own that leads to Grafana's login, in place of a `nodePort`. Default: none. */
  readonly loadBalancer?: LoadBalancerOptions
  /** The way in for people. There is one when `host` is given, and it always speaks TLS. Default: none. */
  readonly ingress?: IngressOptions
  /** What it may take. Default: 50m and 192Mi requested, at most 512Mi. */
  readonly resources?: Resources
}

export interface LoadBalancerOptions {
  /** The IP address, out of a pool of whatever gives addresses to Services here: MetalLB, Cilium, kube-vip. */
  readonly address?: string
}

export interface IngressOptions {
  /** The name under which people find Grafana. */
  readonly host?: string
  /** The IngressClass. Default: the cluster's default one. */
  readonly className?: string
  /** The Secret with the certificate, under `tls.crt` and `tls.key`. Default `grafana-tls`. */
  readonly tlsSecret?: string
}

export const kubePrometheusStackDefaults: Partial<KubePrometheusStackOptions> = {
  retention: '10d',
  scrapeInterval: '30s',
  prometheus: {
    size: '20Gi',
    resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '2Gi' } },
  },
  alertmanager: {
    size: '2Gi',
    retention: '120h',
    config: { secret: 'alertmanager-config' },
    resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '128Mi' } },
  },
  grafana: {
    admin: { secret: 'grafana-admin' },
    ingress: { tlsSecret: 'grafana-tls' },
    resources: { requests: { cpu: '50m', memory: '192Mi' }, limits: { memory: '512Mi' } },
  },
}

const ipAddress = satisfying(
  'ip-address',
  (value) => typeof value === 'string' && isIP(value) !== 0,
  'an IP address',
  "'10.1.5.185'",
)
const loadBalancer = shape('a load balancer', { address: ipAddress })
const ingress = shape('an ingress', { host: hostname, className: objectName, tlsSecret: objectName })

export const kubePrometheusStackChecks: OwnChecks<KubePrometheusStackOptions> = {
  retention: duration,
  scrapeInterval: duration,
  prometheus: shape('Prometheus', { size: quantity, retentionSize: quantity, nodePort, resources }),
  alertmanager: shape('Alertmanager', {
    size: quantity,
    retention: goDuration,
    config: secretReference,
    nodePort,
    resources,
  }),
  grafana: shape('Grafana', { admin: secretReference, size: quantity, nodePort, loadBalancer, ingress, resources }),
}
