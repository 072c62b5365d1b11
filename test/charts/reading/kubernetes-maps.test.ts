import { expect, test } from 'vitest'
import { withKubernetesFields } from '../../../generators/charts/reading/kubernetes-maps.ts'

test('a map of labels, annotations or amounts takes any, whatever its defaults', () => {
  const keys = {
    podAnnotations: { 'prometheus.io/scrape': '' },
    nodeSelector: { 'kubernetes.io/os': '' },
    resources: { limits: { memory: '' } },
  } as const
  expect(withKubernetesFields(keys)).toEqual({
    podAnnotations: {},
    nodeSelector: {},
    resources: { limits: {}, requests: {}, claims: [] },
  })
})

test('a chart that names such a map but means more keeps its keys', () => {
  const keys = { applicationLabels: { enabled: true, labels: [] } } as const
  expect(withKubernetesFields(keys)).toEqual(keys)
})

test('a map of Kubernetes’ own takes the fields that the defaults leave out, and keeps the chart’s', () => {
  const keys = { livenessProbe: { enabled: true, periodSeconds: 0 }, updateStrategy: { type: '' } } as const
  expect(withKubernetesFields(keys)).toMatchObject({
    livenessProbe: { enabled: true, periodSeconds: 0, httpGet: {}, failureThreshold: 0 },
    updateStrategy: { type: '', rollingUpdate: {} },
  })
})

test('a map that only shares the name of one of Kubernetes’ stays as it is', () => {
  const keys = { strategy: { shards: 0 }, capabilities: { ciliumAgent: [] } } as const
  expect(withKubernetesFields(keys)).toEqual(keys)
})
