import { describe, expect, test } from 'vitest'
import { driftStays } from '../../../generators/compare/risks/drift-stays.ts'
import { madeAnew } from '../../../generators/compare/risks/made-anew.ts'
import { ownerPruned } from '../../../generators/compare/risks/owner-pruned.ts'
import { pruneSwitched } from '../../../generators/compare/risks/prune-switched.ts'
import { suspended } from '../../../generators/compare/risks/suspended.ts'
import { found, kustomization, told } from './risky.ts'

const flux = (spec?: string) => ({ control: kustomization(spec) })
const argo = (automated: string, destination = 'monitoring') => ({
  control: `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: app, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io/foreground] }
spec: { destination: { namespace: ${destination} }, syncPolicy: { automated: ${automated} } }
`,
})
const helmRelease = (spec: string) => ({
  objects: `
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: loki, namespace: monitoring }
spec: { ${spec} }
`,
})
const backup = (suspend: boolean) => ({
  objects: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: backup, namespace: monitoring }
spec: { suspend: ${suspend} }
`,
})
const database = (name: string, claim = 'data', namespace = 'monitoring') => ({
  objects: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ${name}, namespace: ${namespace} }
spec: { volumeClaimTemplates: [{ metadata: { name: ${claim} } }] }
`,
})
const service = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: monitoring }
`

describe('something is suspended', () => {
  test.each([
    ['a Kustomization', flux(), flux('prune: true, suspend: true'), 'Kustomization monitoring/app is suspended'],
    [
      'a release',
      helmRelease('suspend: false'),
      helmRelease('suspend: true'),
      'HelmRelease monitoring/loki is suspended',
    ],
    ['a job', backup(false), backup(true), 'CronJob monitoring/backup is suspended, and does not run any more'],
    [
      'an Application',
      argo('{ prune: true }'),
      argo('null'),
      'Application argocd/app is no longer synchronized by itself',
    ],
    [
      'an Application by its switch',
      argo('{}'),
      argo('{ enabled: false }'),
      'Application argocd/app is no longer synchronized by itself',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(suspended, { before, after })).toEqual([what])
  })

  test.each([
    ['it was before', flux('suspend: true, prune: true'), flux('suspend: true, prune: false')],
    ['it is resumed', flux('suspend: true'), flux()],
    ['it goes away', helmRelease('suspend: true'), {}],
    ['an Application was synchronized by hand before', argo('null'), argo('null', 'other')],
  ])('but not where %s', (_, before, after) => {
    expect(told(suspended, { before, after })).toEqual([])
  })
})

describe('drift is no longer corrected', () => {
  test.each([
    ['by Helm', helmRelease('driftDetection: { mode: enabled }'), helmRelease('driftDetection: { mode: warn }')],
    ['by Argo CD', argo('{ selfHeal: true }'), argo('{}')],
  ])('%s', (_, before, after) => {
    expect(told(driftStays, { before, after })).toHaveLength(1)
  })

  test('but not where it never was, nor where one more field is left alone', () => {
    expect(told(driftStays, { before: undefined, after: helmRelease('interval: 1h') })).toEqual([])
    const after = helmRelease('driftDetection: { mode: enabled, ignore: [{ paths: [/spec/replicas] }] }')
    expect(told(driftStays, { before: helmRelease('driftDetection: { mode: enabled }'), after })).toEqual([])
  })
})

describe('pruning is switched', () => {
  test.each([
    ['off', flux('prune: true'), flux('prune: false'), 'Kustomization monitoring/app no longer prunes'],
    ['on', flux('prune: false'), flux('prune: true'), 'Kustomization monitoring/app begins to prune'],
    ['off in Argo CD', argo('{ prune: true }'), argo('{}'), 'Application argocd/app no longer prunes'],
    [
      'for its own end',
      flux('prune: true'),
      flux('prune: true, deletionPolicy: Orphan'),
      'Kustomization monitoring/app changes its deletionPolicy from MirrorPrune to Orphan',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(pruneSwitched, { before, after })).toEqual([what])
  })

  test('but not where the same is said, or the owner is new', () => {
    expect(
      told(pruneSwitched, { before: flux('prune: true'), after: flux('prune: true, deletionPolicy: MirrorPrune') }),
    ).toEqual([])
    expect(told(pruneSwitched, { before: undefined, after: flux('prune: true') })).toEqual([])
  })
})

describe('an owner goes away', () => {
  test('with what it brought', () => {
    const before = { objects: `${service}---${service.replace('web', 'api')}` }
    expect(told(ownerPruned, { before, after: undefined })).toEqual([
      'Kustomization monitoring/app goes away, and deletes its 2 objects',
    ])
    expect(told(ownerPruned, { before: { ...argo('{}'), values: '{}', release: 'loki' }, after: undefined })).toEqual([
      'Application argocd/app goes away, and deletes the release loki',
    ])
  })

  test('and leaves it behind where it does not prune', () => {
    expect(
      found(ownerPruned, { before: { ...flux('prune: false'), objects: service }, after: undefined }),
    ).toMatchObject([
      {
        what: 'Kustomization monitoring/app goes away, and leaves its 1 object behind',
        because: expect.stringContaining('because Kustomization app does not prune'),
      },
    ])
  })

  test('but not where only what it brings does', () => {
    expect(told(ownerPruned, { before: { objects: service }, after: {} })).toEqual([])
  })
})

describe('something is made anew', () => {
  const renamed = { control: kustomization().replace('name: app', 'name: other') }
  test.each([
    [
      'a release',
      { values: '{}', release: 'loki' },
      { values: '{}', release: 'logs' },
      'the release loki is uninstalled, and logs installed in its place',
    ],
    ['an owner', {}, renamed, 'Kustomization monitoring/app gives way to Kustomization monitoring/other'],
    [
      'in another namespace',
      argo('{}', 'one'),
      argo('{}', 'two'),
      'Application argocd/app changes destination, so that all that it brings is made anew',
    ],
    [
      'by its release',
      helmRelease('targetNamespace: a'),
      helmRelease('targetNamespace: b'),
      'HelmRelease monitoring/loki changes targetNamespace, so that all that it brings is made anew',
    ],
    [
      'a StatefulSet',
      database('db'),
      database('database'),
      'StatefulSet monitoring/db becomes StatefulSet monitoring/database',
    ],
    [
      'objects',
      { objects: service },
      { objects: service.replace('monitoring', 'other') },
      '1 object moved to another namespace: Service monitoring/web',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(madeAnew, { before, after })).toEqual([what])
  })

  test.each([
    ['a folder is renamed', flux(), { control: kustomization().replace('apps/dev/app', 'apps/base/app') }],
    ['a StatefulSet makes way for one with other claims', database('db'), database('cache', 'cache')],
    [
      'something of the same name is of another kind',
      { objects: service },
      { objects: service.replace('Service', 'ConfigMap').replace('monitoring', 'other') },
    ],
    ['a release is new', {}, { values: '{}' }],
  ])('but not where %s', (_, before, after) => {
    expect(told(madeAnew, { before, after })).toEqual([])
  })
})
