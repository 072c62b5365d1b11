import { manifestsComponent } from '../../fleet/define-component.ts'
import { secret } from '../../fleet/secret.ts'
import { podsServiceName } from '../../objects/kubernetes/pods-service.ts'
import { serviceHost } from '../../objects/kubernetes/service.ts'
import { agentName } from '../opentelemetry/addresses.ts'
import { demo } from './demo/demo.ts'
import { doorOf, entranceSecrets } from './demo/entrance.ts'
import { type BertInferenceOptions, bertInferenceChecks } from './options.ts'
import { bertSeries } from './series.ts'
import { apiPort, inference } from './server.ts'

/**
 * A BERT model that answers over HTTP, on a GPU, and a page to try it. The image is large and the model slow to load, so
 * that a Pod takes minutes until it is ready. Its lines are read from its output, like those of every Pod.
 */
export const bertInference = manifestsComponent<BertInferenceOptions>({
  name: 'bert-inference',
  tier: 'apps',
  options: bertInferenceChecks,
  defaults: {
    image: 'ghcr.io/example/bert-inference:1.0.0',
    gpus: 1,
    replicas: { min: 1, max: 2 },
    tracing: true,
    loadBalancer: { certificate: secret('bert-tls'), login: secret('bert-login') },
    resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { memory: '8Gi' } },
  },
  objects: (options, where) => [...inference(options, where), ...demo(options, where)],
  provides: ({ loadBalancer }, { name, namespace }) => [
    bertSeries(serviceHost(podsServiceName(name), namespace, apiPort.port)),
    ...doorOf(name, loadBalancer),
  ],
  requires: ({ tracing, loadBalancer }) => [
    { kind: 'node-feature', feature: 'nvidia-gpu' },
    // On a hub, the gateway takes OTLP too.
    ...(tracing ? [{ kind: 'endpoint', name: 'otlp', from: agentName } as const] : []),
    ...entranceSecrets(loadBalancer),
  ],
})
