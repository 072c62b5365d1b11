import { bootstrapSource } from '../../objects/flux/kustomization.ts'
import { podMonitor } from '../../objects/prometheus-operator/pod-monitor.ts'

/** Where `flux bootstrap` puts the controllers. */
export const fluxNamespace = bootstrapSource.namespace

const controllers = [
  'source-controller',
  'kustomize-controller',
  'helm-controller',
  'notification-controller',
  'image-reflector-controller',
  'image-automation-controller',
]

/** Has Flux's controllers scraped. No Service stands before most of them. */
export const controllersMonitor = (labels: Readonly<Record<string, string>> | undefined) =>
  podMonitor({
    name: fluxNamespace,
    labels,
    namespaces: [fluxNamespace],
    selector: { matchExpressions: [{ key: 'app', operator: 'In', values: controllers }] },
    endpoints: [{ port: 'http-prom' }],
  })
