import { describe, expect, test } from 'vitest'
import { immutableFieldsStay } from '../../../generators/check/rules/immutable-fields.ts'
import { loadSchemas, schemaFolder } from '../../../generators/check/schema/schemas.ts'
import type { Fleet } from '../../../generators/fleet/fleet.ts'
import { environment, manifests } from '../../../generators/fleetwright.ts'
import { rendered, think } from '../../../generators/render.ts'
import { fleet, store } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { tree } from '../../support/tree.ts'
import { app, claim, claimTemplate, deployment, object, statefulSet } from './objects.ts'
import { home, homelab } from './platform.ts'

const filesOf = (fleet: Fleet): Readonly<Record<string, string>> => {
  const { paths, text } = tree(fleet)
  return Object.fromEntries(paths.map((path) => [path, text(path)]))
}

/** What a render of the second fleet says where the first one is rendered and committed. */
const after = (before: Fleet, now: Fleet) => problemsOf(now, filesOf(before))

const told = (what: string, path: string) =>
  `${what}: ${path} is not what is committed, and the API server lets nobody change it`
const fix = (kind: string, how = '') =>
  `leave it as it was, or give the ${kind} another name; to replace it, delete it in the cluster${how} and switch this rule off here for one render`
const first = `${home}.app.objects.0`

describe(immutableFieldsStay.because, () => {
  test('the claims of a StatefulSet, larger or smaller, and its Service', () => {
    const grown = statefulSet({ serviceName: 'web', volumeClaimTemplates: [claimTemplate('20Gi')] })
    expect(after(homelab([app(statefulSet())]), homelab([app(grown)]))).toEqual(
      ['serviceName', 'volumeClaimTemplates'].map((field) => [
        `${first}.spec.${field}`,
        told('StatefulSet db', `spec.${field}`),
        fix('StatefulSet', ' with --cascade=orphan'),
      ]),
    )
  })

  test('the selector of a Deployment', () => {
    const labels = { app: 'shop' }
    const { spec, ...rest } = deployment()
    const other = { ...rest, spec: { ...(spec as object), selector: { matchLabels: labels } } }
    expect(after(homelab([app(deployment())]), homelab([app(other)]))).toEqual([
      [`${first}.spec.selector`, told('Deployment web', 'spec.selector'), fix('Deployment')],
    ])
  })

  test('the storage class of a claim', () => {
    const slow = homelab([app(claim('1Gi', 'slow'))], { storageClasses: ['slow'] })
    expect(after(homelab([app(claim('1Gi'))]), slow)).toEqual([
      [
        `${first}.spec.storageClassName`,
        told('PersistentVolumeClaim data', 'spec.storageClassName'),
        fix('PersistentVolumeClaim'),
      ],
    ])
  })

  test('what only an overlay changes', () => {
    const role = (name: string) => ({
      ...object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'reader'),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    })
    const binding = (name: string) =>
      manifests({ name: 'app', objects: ({ storageClass }) => [role(storageClass === 'fast' ? name : 'any')] })
    const fleet = (name: string) => homelab([binding(name)], {}, environment({ storageClass: 'fast' }))
    expect(after(fleet('one'), fleet('one'))).toEqual([])
    expect(after(fleet('one'), fleet('two'))).toEqual([
      [`${first}.roleRef`, told('RoleBinding reader', 'roleRef'), fix('RoleBinding')],
    ])
  })

  test('the storage class that a chart is told', () => {
    const fast = homelab([store()], { storageClass: 'fast' })
    expect(after(homelab([store()]), fast)).toEqual([
      [
        `${home}.store`,
        'persistence.storageClass of store was local-path, and a volume that is there stays in its storage class',
        'leave it as it was; to move the data, make another volume and switch this rule off here for one render',
      ],
    ])
  })
})

test('what may change is silent: replicas, an image, another name, a second object beside it', () => {
  const before = homelab([app(statefulSet())])
  const scaled = statefulSet({ replicas: 3, container: { image: 'registry.example/web:2.0.0' } })
  const renamed = { ...statefulSet({ serviceName: 'other' }), metadata: { name: 'db2' } }
  expect(after(before, homelab([app(scaled)]))).toEqual([])
  expect(after(before, homelab([app(renamed)]))).toEqual([])
  expect(after(before, homelab([app(statefulSet(), renamed)]))).toEqual([])
})

test('what was rendered and never committed may still change, and what was rendered is not told again', () => {
  const schemas = loadSchemas(schemaFolder)
  const one = homelab([app(statefulSet())])
  const other = homelab([app(statefulSet({ serviceName: 'web' }))])
  const problems = (now: Fleet, disk: Readonly<Record<string, string>>, commit: Readonly<Record<string, string>>) =>
    rendered(think(now), {
      inputs: new Map(),
      schemas,
      standing: { now: (path) => disk[path], committed: (path) => commit[path], isFolder: () => false },
    }).problems
  expect(problems(other, filesOf(one), {})).toEqual([])
  expect(problems(other, filesOf(other), filesOf(one))).toEqual([])
  expect(problems(other, filesOf(one), filesOf(one))).toHaveLength(1)
})

test('a cluster that is new may have another storage class than its environment: nothing of it is there yet', () => {
  const stored = { components: [store(), app(claim('1Gi'))], storageClasses: ['slow'] }
  const before = fleet({ homelab: stored })
  const attic = (storageClass: string) => fleet({ homelab: stored, attic: { ...stored, storageClass } })
  expect(after(before, attic('slow'))).toEqual([])
  expect(after(attic('slow'), attic('other')).map(([place]) => place)).toEqual([
    'clusters.attic.namespaces.monitoring.store',
  ])
})

/** Binds to a role that is called like the cluster's storage class. */
const binding = manifests({
  name: 'app',
  objects: ({ storageClass = 'any' }) => [
    {
      ...object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'reader'),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: storageClass },
    },
  ],
})

test('an environment that is new may differ from what no environment says: nothing of it is there yet', () => {
  const bound = { components: [binding] }
  const stage = (storageClass: string) =>
    fleet({ homelab: bound, 'stage-1': { ...bound, environment: 'stage' } }, { stage: environment({ storageClass }) })
  expect(after(fleet({ homelab: bound }), stage('slow'))).toEqual([])
  expect(after(stage('slow'), stage('other')).map(([place]) => place)).toEqual([`${first}.roleRef`])
})

test('the first layer of an environment is judged by its clusters that are there, behind whichever new ones they stand', () => {
  const staged = { components: [binding], environment: 'stage' }
  const before = fleet({ old: staged }, { stage: environment({}) })
  const now = fleet({ young: staged, old: staged }, { stage: environment({ storageClass: 'slow' }) })
  expect(after(before, now).map(([, reason]) => reason)).toEqual([told('RoleBinding reader', 'roleRef')])
  // Where none of them was there yet, nothing can be wrong.
  expect(after(fleet({ other: { components: [binding] } }), now)).toEqual([])
})
