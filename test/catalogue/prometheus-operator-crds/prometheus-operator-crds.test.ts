import { expect, test } from 'vitest'
import { prometheusOperatorCrds } from '../../../generators/catalogue/prometheus-operator-crds/prometheus-operator-crds.ts'
import { unknownKeys } from '../../../generators/charts/unknown-keys.ts'
import type { HelmDefinition, Where } from '../../../generators/fleet/component.ts'
import { nothingFound } from '../../../generators/plan/evaluate.ts'

const definition = prometheusOperatorCrds.definition as HelmDefinition
const where: Where = { name: 'prometheus-operator-crds', namespace: 'monitoring', exposes: [], found: nothingFound }

test('the definitions of monitoring.coreos.com are there for others, before the applications', () => {
  expect(definition.provides?.({}, where)).toEqual([{ kind: 'crd', group: 'monitoring.coreos.com' }])
  expect(definition.tier).toBe('infrastructure')
  expect(definition.requires).toBeUndefined()
})

test('the definitions outlive their release, because every object of theirs would go with them', () => {
  const values = definition.values({}, where)
  expect(values).toEqual({ crds: { annotations: { 'helm.sh/resource-policy': 'keep' } } })
  expect(unknownKeys(definition.chart.keys, values)).toEqual([])
})
