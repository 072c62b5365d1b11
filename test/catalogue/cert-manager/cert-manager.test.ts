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

test('its series are found by annotation, and by collectors, which leave the namespace of a certificate as it is', () => {
  const series = definition.provides?.({}, where('certs'))?.filter((one) => one.kind === 'metrics')
  const labelled = (...labels: string[]) => ({
    certmanager_certificate_ready_status: expect.arrayContaining(labels) as unknown,
  })
  expect(series).toMatchObject([
    { through: 'annotations', families: labelled('exported_namespace', 'condition') },
    {
      through: 'collector',
      target: 'certs.monitoring.svc.cluster.local:9402',
      families: labelled('namespace', 'condition'),
    },
  ])
  expect(definition.values({}, where('certs')).fullnameOverride).toBe('certs')
})

test('its chart knows every key', () => {
  expect(unknownKeys(definition.chart.keys as object, values)).toEqual([])
  expect(problemsOf(fleet({ a: { components: [certManager()] } }))).toEqual([])
})
