import type { Where } from '../../fleet/component.ts'
import { deployment } from '../../objects/kubernetes/deployment.ts'
import { horizontalPodAutoscaler } from '../../objects/kubernetes/horizontal-pod-autoscaler.ts'
import { onNodes } from '../../objects/kubernetes/on-nodes.ts'
import { podDisruptionBudget } from '../../objects/kubernetes/pod-disruption-budget.ts'
import { podsService } from '../../objects/kubernetes/pods-service.ts'
import { service } from '../../objects/kubernetes/service.ts'
import type { BertInferenceOptions } from './options.ts'
import { telemetry } from './telemetry.ts'

export const apiPort = { name: 'http', port: 8080 } as const

/** Nobody in particular: the image runs as any user. */
const someUser = 10001

/** The server on nodes with GPUs, as many as the load needs. */
export const inference = (options: Partial<BertInferenceOptions>, { name, found }: Where) => {
  const { min, max = min } = options.replicas ?? {}
  const isScaled = max !== undefined && max !== min
  return [
    deployment({
      name,
      ...(isScaled || min === undefined ? {} : { replicas: min }),
      on: onNodes(found.nodes('nvidia-gpu')),
      // The new Pod would wait for the GPU of the old one, which would wait for the new one to be ready.
      oneByOne: true,
      // Until 5 GB are there and the model is loaded.
      deadlineSeconds: 1800,
      graceSeconds: 60,
      user: someUser,
      container: container(options, telemetry(name, found.endpoint('otlp'))),
      volumes: [{ name: 'tmp', emptyDir: {} }],
    }),
    service({ name, port: apiPort }),
    // Each Pod has series of its own.
    podsService(name, apiPort),
    ...(isScaled ? [horizontalPodAutoscaler({ name, kind: 'Deployment', min, max, ...asLoadGrows })] : []),
    ...(min !== undefined && min > 1 ? [podDisruptionBudget(name)] : []),
  ]
}

/**
 * What feeds a GPU is a processor's work, and the only load that every cluster measures. A Pod that took minutes to come is
 * not sent away at the first calm.
 */
const asLoadGrows = { cpu: 70, calmSeconds: 900 }

const container = (
  { image, gpus, resources }: Partial<BertInferenceOptions>,
  env: readonly { readonly name: string; readonly value: string }[],
) => ({
  name: 'server',
  image,
  // Libraries keep what they compile in the home of their user.
  env: [{ name: 'HOME', value: '/tmp' }, ...env],
  ports: [{ name: apiPort.name, containerPort: apiPort.port }],
  // The model takes two minutes to load, more on a busy disk. The image is there by then: it is pulled before.
  startupProbe: { ...answers('readyz'), periodSeconds: 10, failureThreshold: 60 },
  readinessProbe: { ...answers('readyz'), periodSeconds: 5, timeoutSeconds: 2 },
  livenessProbe: { ...answers('healthz'), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
  resources: { ...resources, limits: { ...resources?.limits, ...(gpus && { 'nvidia.com/gpu': String(gpus) }) } },
  volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
})

const answers = (path: 'healthz' | 'readyz') => ({ httpGet: { path: `/${path}`, port: apiPort.name } })
