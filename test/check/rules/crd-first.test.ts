import { describe, expect, test } from 'vitest'
import { crdFirst } from '../../../generators/check/rules/crd-first.ts'
import { manifests } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { object } from './objects.ts'
import { home, homelab } from './platform.ts'

const definition = {
  ...object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'databases.db.example'),
  spec: {
    group: 'db.example',
    scope: 'Namespaced',
    names: { kind: 'Database', plural: 'databases' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
}
const database = object('db.example/v1', 'Database', 'web', { spec: {} })
const definitions = manifests({
  name: 'definitions',
  objects: [definition],
  provides: () => [{ kind: 'crd', group: 'db.example' }],
})
const app = (requires = false) =>
  manifests({
    name: 'app',
    objects: [database],
    requires: () => (requires ? [{ kind: 'crd', group: 'db.example' }] : []),
  })

describe(crdFirst.because, () => {
  test('in one component', () => {
    const both = manifests({ name: 'both', objects: [definition, database] })
    expect(problemsOf(homelab([both]))).toEqual([
      [
        `${home}.both.objects.1`,
        'Database web stands beside the definitions of db.example, and the API server refuses both together',
        "move it into a component of its own that requires { kind: 'crd', group: 'db.example' }",
      ],
    ])
  })

  test('in two components that nothing orders', () => {
    expect(problemsOf(homelab([definitions, app()]))).toEqual([
      [
        `${home}.app.objects.0`,
        'Database web may come before definitions, which brings the definitions of db.example',
        "say that app requires them: requires: () => [{ kind: 'crd', group: 'db.example' }]",
      ],
    ])
  })
})

test('definitions that nobody brings are told, unless the fleet says that they are there', () => {
  expect(problemsOf(homelab([app()]))).toEqual([
    [
      `${home}.app.objects.0`,
      'Database web is of db.example, and nothing brings the definitions of that to homelab',
      "add a component that does, or say that they are there: crds: ['db.example'] in clusters.homelab",
    ],
  ])
  expect(problemsOf(homelab([app()], { crds: ['db.example'] }))).toEqual([])
})

test('what is required, and there is not, is told where it is required', () => {
  expect(problemsOf(homelab([app(true)])).map(([place]) => place)).toEqual([`${home}.app`])
})

test('one that waits for them, by whatever way, is silent', () => {
  expect(problemsOf(homelab([definitions, app(true)]))).toEqual([])
  const between = manifests({ name: 'between', objects: [object('v1', 'ServiceAccount', 'one')] })
  expect(
    problemsOf(homelab([definitions, between({ after: ['definitions'] }), app()({ after: ['between'] })])),
  ).toEqual([])
})
