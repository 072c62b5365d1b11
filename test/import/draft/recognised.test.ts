import { expect, test } from 'vitest'
import type { HelmDefinition } from '../../../generators/fleet/component.ts'
import { kubePrometheusStack, loki, tempo } from '../../../generators/fleetwright.ts'
import { recognised } from '../../../generators/import/draft/recognised.ts'

const of = (component: { readonly definition: unknown }, values: Readonly<Record<string, unknown>>) =>
  recognised(component.definition as HelmDefinition, values, { name: 'it', namespace: 'monitoring' })

test('values that an option makes become that option, and the others stay values', () => {
  const { options, rest } = of(kubePrometheusStack, {
    prometheus: { prometheusSpec: { retention: '30d', replicas: 2 } },
    kubeProxy: { enabled: false },
  })
  expect(options).toEqual({ retention: '30d' })
  expect(rest).toMatchObject({ prometheus: { prometheusSpec: { replicas: 2 } } })
  expect(rest.prometheus).not.toHaveProperty('prometheusSpec.retention')
})

test('a value that the type of the option has no room for stays a value', () => {
  expect(of(tempo, { tempo: { retention: '1h30m' }, persistence: { size: '50Gi' } })).toMatchObject({
    options: { size: '50Gi' },
    rest: { tempo: { retention: '1h30m' } },
  })
})

test('an option that would make more than the release had is none', () => {
  // The option would tell the rules and the datasource as well.
  const values = { prometheus: { prometheusSpec: { scrapeInterval: '1m' } } }
  const { options, rest } = of(kubePrometheusStack, values)
  expect(options).toEqual({})
  expect(rest).toEqual(values)
})

test('what the component sets besides is told', () => {
  const { added } = of(loki, { loki: { auth_enabled: false } })
  expect(added).toContain('singleBinary.replicas')
  expect(added).not.toContain('loki.auth_enabled')
})
