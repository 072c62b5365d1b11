import { expect, test } from 'vitest'
import { certManager } from '../../../generators/catalogue/cert-manager/cert-manager.ts'
import { unknownKeys } from '../../../generators/charts/unknown-keys.ts'
import type { HelmDefinition } from '../../../generators/fleet/component.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { where } from '../where.ts'

const definition = certManager.definition as HelmDefinition
const values = definition.values({}, where('cert-manager'))

test('the definitions come with it, and stay when it goes', () => {
  expect(values.crds).toEqual({ enabled: true, keep: true })
  expect(definition.provides?.({}, where('cert-manager'))).toContainEqual({ kind: 'crd', group: 'cert-manager.io' })
})

test('it stays in its own namespace', () => {
  expect(values.global).toEqual({ leaderElection: { namespace: 'monitoring' } })
})

test('its chart knows every key', () => {
  expect(unknownKeys(definition.chart.keys as object, values)).toEqual([])
  expect(problemsOf(fleet({ a: { components: [certManager()] } }))).toEqual([])
})
