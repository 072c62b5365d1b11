import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemaFolder } from '../../../generators/check/schema/schemas.ts'
import { schemas } from './package-schemas.ts'

test('every kind has a schema whose references lead somewhere', () => {
  const missing = schemas.apiVersions.flatMap((apiVersion) =>
    schemas.kinds(apiVersion).filter((kind) => schemas.find(apiVersion, kind) === undefined),
  )
  expect(missing).toEqual([])
})

test('all data together stay small', () => {
  const bytes = readdirSync(schemaFolder).map((file) => statSync(join(schemaFolder, file)).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000)
})

test.each([
  ['v1', ['ConfigMap', 'Namespace', 'Pod', 'Secret', 'Service']],
  ['apps/v1', ['DaemonSet', 'Deployment', 'StatefulSet']],
  ['helm.toolkit.fluxcd.io/v2', ['HelmRelease']],
  ['monitoring.coreos.com/v1', ['Prometheus', 'PrometheusRule', 'ServiceMonitor']],
  ['kustomize.config.k8s.io/v1beta1', ['Kustomization']],
])('%s has %s', (apiVersion, kinds) => {
  expect(schemas.kinds(apiVersion)).toEqual(expect.arrayContaining(kinds))
})

test('lists, reviews and scales are no kinds that authors write', () => {
  const kinds = schemas.apiVersions.flatMap(schemas.kinds)
  expect(kinds.filter((kind) => /List$|Review$|^Scale$|^Binding$/.test(kind))).toEqual([])
})

test('the definitions that the groups share are no group of their own', () => {
  expect(schemas.apiVersions).not.toContain('meta')
})
