import { expect, test } from 'vitest'
import { validateObject } from '../../../generators/check/schema/validate.ts'
import { schemas } from './package-schemas.ts'

const of = (apiVersion: string, kind: string) =>
  validateObject({ apiVersion, kind, metadata: { name: 'a' }, spec: { whatever: true } }, schemas)

test('a version that is gone names the one that is served', () => {
  expect(of('helm.toolkit.fluxcd.io/v2beta1', 'HelmRelease')).toEqual([
    {
      path: ['apiVersion'],
      message: 'helm.toolkit.fluxcd.io/v2beta1 has no kind HelmRelease',
      fix: 'write helm.toolkit.fluxcd.io/v2',
    },
  ])
})

test('a misspelt kind names the nearest', () => {
  expect(of('source.toolkit.fluxcd.io/v1', 'OCIRepositry')).toEqual([
    { path: ['kind'], message: 'source.toolkit.fluxcd.io/v1 has no kind OCIRepositry', fix: 'write OCIRepository' },
  ])
})

test.each([
  [
    'another version of the group has the kind',
    'notification.toolkit.fluxcd.io/v1',
    'Provider',
    'notification.toolkit.fluxcd.io/v1beta3',
  ],
  ['the group is misspelt', 'app/v1', 'Deployment', 'apps/v1'],
  ['the group is misspelt', 'source.toolkit.fluxcd.com/v1', 'GitRepository', 'source.toolkit.fluxcd.io/v1'],
  ['the group is forgotten', 'v1', 'CronJob', 'batch/v1'],
  ['the group is gone', 'extensions/v1beta1', 'Ingress', 'networking.k8s.io/v1'],
])('where %s, %s %s becomes %s', (_, apiVersion, kind, right) => {
  expect(of(apiVersion, kind)).toMatchObject([{ path: ['apiVersion'], fix: `write ${right}` }])
})

test('a kind of the user’s own is told apart from a mistake', () => {
  expect(of('example.com/v1', 'Widget')).toEqual([
    {
      path: ['kind'],
      message: 'example.com/v1 Widget has no schema here and was not checked',
      fix: 'check that apiVersion and kind are spelt right',
      unknownKind: true,
    },
  ])
})

test.each([
  ['the kind is known in a group of another name', 'serving.knative.dev/v1', 'Service'],
  ['the version is an experimental one', 'gateway.networking.k8s.io/v1alpha2', 'UDPRoute'],
  ['kustomize takes it apart', 'v1', 'List'],
])('where %s, %s %s may be right', (_, apiVersion, kind) => {
  expect(of(apiVersion, kind)).toMatchObject([{ unknownKind: true }])
})
