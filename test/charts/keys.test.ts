import { describe, expect, test } from 'vitest'
import type { ValuesOf } from '../../generators/charts/keys.ts'
import { kubePrometheusStackChart } from '../../generators/charts/kube-prometheus-stack.ts'
import { minioChart } from '../../generators/charts/minio.ts'
import { unknownKeys } from '../../generators/charts/unknown-keys.ts'

// The compiler refuses every line below `@ts-expect-error`, and `npm run typecheck` fails if it does not. The check at
// run time must agree.
type Stack = ValuesOf<typeof kubePrometheusStackChart.keys>
const problems = (values: Stack): number => unknownKeys(kubePrometheusStackChart.keys, values).length

describe('the compiler', () => {
  test('takes keys of the chart and of the charts inside it, at any depth', () => {
    const values: Stack = {
      grafana: { replicas: 2, sidecar: { dashboards: { enabled: true } } },
      'kube-state-metrics': { namespaceOverride: 'monitoring' },
      prometheus: { prometheusSpec: { retention: '15d' } },
    }
    expect(problems(values)).toBe(0)
  })

  test('refuses a key that the chart does not know', () => {
    // @ts-expect-error grafna
    expect(problems({ grafna: {} })).toBe(1)
    // @ts-expect-error adminPasword
    expect(problems({ grafana: { adminPasword: 'secret' } })).toBe(1)
    // @ts-expect-error kubeScheduler
    expect(problems({ defaultRules: { rules: { kubeScheduler: false } } })).toBe(1)
  })

  test('takes any scalar for a scalar, and null for anything', () => {
    expect(problems({ grafana: { replicas: '2', service: null, namespaceOverride: null } })).toBe(0)
  })

  test('refuses a scalar for a map, a map for a scalar, a scalar for a list', () => {
    // @ts-expect-error a map of known keys
    expect(problems({ grafana: { service: 'NodePort' } })).toBe(1)
    // @ts-expect-error a number
    expect(problems({ grafana: { replicas: { count: 2 } } })).toBe(1)
    // @ts-expect-error a list
    expect(problems({ grafana: { tolerations: 'all' } })).toBe(1)
  })

  test('takes any keys, even those of an interface, where the chart hands a map on', () => {
    interface Amounts {
      readonly limits: { readonly memory: string }
    }
    const resources: Amounts = { limits: { memory: '1Gi' } }
    expect(problems({ grafana: { resources, 'grafana.ini': { 'auth.github': { enabled: true } } } })).toBe(0)
  })

  test('takes keys that nobody listed where the list is known to be short, and still types those on it', () => {
    const values: ValuesOf<typeof minioChart.keys> = { mode: 'standalone', tolerations: [{ operator: 'Exists' }] }
    expect(unknownKeys(minioChart.keys, values)).toEqual([])
    // @ts-expect-error a list
    const wrong: ValuesOf<typeof minioChart.keys> = { buckets: 'loki' }
    expect(unknownKeys(minioChart.keys, wrong)).toEqual([{ path: ['buckets'], expected: 'list' }])
  })

  test('takes anything for a chart whose keys are not known', () => {
    const values: ValuesOf<unknown> = { anything: { at: ['all'] } }
    expect(unknownKeys(undefined, values)).toEqual([])
  })
})
