import { describe, expect, test } from 'vitest'
import { bertInference } from '../../../generators/catalogue/bert-inference/bert-inference.ts'
import type { BertInferenceOptions } from '../../../generators/catalogue/bert-inference/options.ts'
import { bertMetrics } from '../../../generators/catalogue/bert-inference/series.ts'
import { validateObject } from '../../../generators/check/schema/validate.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import type { ManifestsDefinition } from '../../../generators/fleet/component.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { at } from '../../../generators/plan/values.ts'
import { schemas } from '../../check/schema/package-schemas.ts'
import { beside } from '../gpu-nodes.ts'
import { made } from '../made.ts'
import { base } from '../where.ts'

const here = beside('bert-inference')
const agent = 'http://otel-agent.observability.svc.cluster.local:4317'
const withAgent = { ...here, found: { ...here.found, endpoint: () => agent } }
const bert = (options: BertInferenceOptions = {}, where = here) => made(bertInference, options, where)
const pod = (options?: BertInferenceOptions) => at(bert(options).object('Deployment'), 'spec.template.spec')
const server = (options?: BertInferenceOptions, where = here) =>
  bert(options, where).container('Deployment') as Record<string, unknown>
const kinds = (options?: BertInferenceOptions) => bert(options).objects.map(({ kind }) => kind)

describe('a Pod', () => {
  test('takes a GPU, on the nodes that have some, which let nobody else in', () => {
    expect(pod()).toMatchObject({
      nodeSelector: { 'example.com/pool': 'gpu' },
      tolerations: [{ key: 'nvidia.com/gpu', operator: 'Equal', value: 'present', effect: 'NoSchedule' }],
    })
    expect(server().resources).toEqual({
      requests: { cpu: '1', memory: '4Gi' },
      limits: { memory: '8Gi', 'nvidia.com/gpu': '1' },
    })
    expect(at(server({ gpus: 4 }).resources, 'limits')).toMatchObject({ 'nvidia.com/gpu': '4' })
  })

  test('gives way to its successor, which would wait for its GPU', () => {
    expect(at(bert().object('Deployment'), 'spec.strategy')).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
    })
  })

  test('may take two minutes and more to load its model, and an image of 5 GB to come', () => {
    const { startupProbe, readinessProbe, livenessProbe } = server() as Record<string, Record<string, number>>
    expect(startupProbe!.periodSeconds! * startupProbe!.failureThreshold!).toBeGreaterThanOrEqual(2 * 120)
    expect(startupProbe).toMatchObject({ httpGet: { path: '/readyz', port: 'http' } })
    expect(readinessProbe).toMatchObject({ httpGet: { path: '/readyz', port: 'http' } })
    expect(livenessProbe).toMatchObject({ httpGet: { path: '/healthz', port: 'http' } })
    expect(at(bert().object('Deployment'), 'spec.progressDeadlineSeconds')).toBe(1800)
  })
})

describe('Pods', () => {
  test('come and go with the load', () => {
    expect(bert().object('HorizontalPodAutoscaler')).toMatchObject({
      apiVersion: 'autoscaling/v2',
      spec: { scaleTargetRef: { kind: 'Deployment', name: 'bert-inference' }, minReplicas: 1, maxReplicas: 2 },
    })
    // A number here would be set back at every reconciliation.
    expect(bert().object('Deployment').spec).not.toHaveProperty('replicas')
  })

  test('are as many as is said, where it is one number', () => {
    const fixed = bert({ replicas: { min: 3, max: 3 } })
    expect(at(fixed.object('Deployment'), 'spec.replicas')).toBe(3)
    expect(kinds({ replicas: { min: 3, max: 3 } })).not.toContain('HorizontalPodAutoscaler')
  })

  test('are not drained all at once, where there are several', () => {
    expect(kinds()).not.toContain('PodDisruptionBudget')
    expect(kinds({ replicas: { min: 2 } })).toContain('PodDisruptionBudget')
  })
})

describe('its metrics', () => {
  test('are ten', () => {
    expect(Object.keys(bertMetrics)).toHaveLength(10)
  })

  test('are scraped at each Pod, behind a Service without an address of its own', () => {
    const [series] = bert().brings('metrics')
    expect(series).toMatchObject({
      exporter: 'bert-inference',
      through: 'collector',
      target: 'bert-inference-pods.monitoring.svc.cluster.local:8080',
      families: {
        bert_inference_requests_total: ['status'],
        bert_inference_request_duration_seconds_bucket: ['le'],
        bert_model_info: ['model', 'version'],
      },
    })
    expect(bert().objects).toContainEqual(
      expect.objectContaining({
        kind: 'Service',
        metadata: expect.objectContaining({ name: 'bert-inference-pods' }),
        spec: expect.objectContaining({
          clusterIP: 'None',
          selector: { 'app.kubernetes.io/name': 'bert-inference' },
          ports: [{ name: 'http', port: 8080, targetPort: 'http' }],
        }),
      }),
    )
  })
})

describe('its traces', () => {
  const told = (where: typeof here) =>
    Object.fromEntries((server({}, where).env as { name: string; value: string }[]).map((one) => [one.name, one.value]))

  test('go to the agent of its node; what is scraped or read from its output is not sent as well', () => {
    expect(told(withAgent)).toMatchObject({
      OTEL_SERVICE_NAME: 'bert-inference',
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_EXPORTER_OTLP_ENDPOINT: agent,
      OTEL_METRICS_EXPORTER: 'none',
      OTEL_LOGS_EXPORTER: 'none',
    })
  })

  test('need an agent, not the gateway that a hub has too', () => {
    expect(bert().requires).toContainEqual({ kind: 'endpoint', name: 'otlp', from: 'otel-agent' })
  })

  test('go nowhere, where that is said', () => {
    expect(bert({ tracing: false }).requires).toEqual([{ kind: 'node-feature', feature: 'nvidia-gpu' }])
    expect(told(here)).toMatchObject({ OTEL_TRACES_EXPORTER: 'none' })
  })
})

describe('every object', () => {
  const all: BertInferenceOptions = { replicas: { min: 2, max: 4 }, loadBalancer: { host: 'bert.example.com' } }

  test.each<[string, BertInferenceOptions]>([
    ['by default', {}],
    ['with every option', all],
  ])('holds against the schemas of Kubernetes: %s', (_, options) => {
    expect(bert(options, withAgent).objects.flatMap((one) => validateObject(one, schemas))).toEqual([])
  })

  test('is named after the component', () => {
    const names = bert(all, beside('other')).objects.map(({ metadata }) => metadata.name)
    expect(names.filter((name) => !name.startsWith('other'))).toEqual([])
    expect(JSON.stringify(bert(all, beside('other')).objects)).not.toContain('bert-inference.')
  })

  test('that makes Pods has no right on the node or in the cluster, and memory with an end', () => {
    for (const one of bert(all).objects.filter(({ kind }) => kind === 'Deployment')) {
      const spec = at(one, 'spec.template.spec')
      expect(spec).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true } })
      for (const container of at(spec, 'containers') as readonly Record<string, unknown>[]) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        })
        expect(at(container, 'resources.limits.memory')).toMatch(/Mi$|Gi$/)
      }
    }
  })

  test('stands in the base layer too, and where nothing at all is said', () => {
    const definition = bertInference.definition as ManifestsDefinition
    const defaults = definition.objects(definition.defaults ?? {}, base(definition)).map(({ kind }) => kind)
    expect(defaults).toEqual(kinds())
    expect(definition.objects({}, here).map(({ kind }) => kind)).toEqual(
      kinds().filter((kind) => kind !== 'HorizontalPodAutoscaler'),
    )
  })
})

test.each([
  [
    { image: 'ghcr.io/example/bert:latest' },
    'image',
    "'ghcr.io/example/bert:latest' is not an image with an exact tag or digest",
  ],
  [{ gpus: 0 }, 'gpus', '0 is not a whole number of at least 1'],
  [{ replicas: { min: 3, max: 2 } }, 'replicas.max', 'at most 2 Pods are fewer than at least 3'],
  [
    { loadBalancer: { host: 'bert.example.com', login: 'user:password' } },
    'loadBalancer.login',
    'a secret is written here in plain text, and would be committed',
  ],
  [
    { loadBalancer: { certificate: secret('Bad') } },
    'loadBalancer.certificate',
    expect.stringContaining("'Bad' is not"),
  ],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('bert-inference', bertInference.definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
