import { describe, expect, test } from 'vitest'
import { definitionGoes } from '../../../generators/compare/risks/definition-goes.ts'
import { definitionVersionGoes } from '../../../generators/compare/risks/definition-version-goes.ts'
import { deployed, told } from './risky.ts'

const definition = (versions = '{ name: v1 }', marks = '') => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com${marks} }
spec: { group: example.com, names: { kind: Widget }, versions: [${versions}] }
`
const widget = (apiVersion = 'example.com/v1') => `
apiVersion: ${apiVersion}
kind: Widget
metadata: { name: left, namespace: shop }
`

describe('a definition goes', () => {
  test('with every object of its kind, those named that the tree still has', () => {
    const after = [deployed({ objects: widget() }), deployed({ objects: widget('other.com/v1') })]
    const cluster = { before: [], after }
    expect(told(definitionGoes, { before: { objects: definition() }, after: {}, cluster })).toEqual([
      'CustomResourceDefinition widgets.example.com is deleted, and every Widget of the cluster with it: the tree still has Widget shop/left',
    ])
  })

  test('or stays, where Helm is told to keep it', () => {
    const kept = definition(undefined, ', annotations: { helm.sh/resource-policy: keep }')
    expect(told(definitionGoes, { before: { charted: kept }, after: undefined })).toEqual([
      'CustomResourceDefinition widgets.example.com leaves the tree, and stays in the cluster',
    ])
  })

  test('by a chart whose definitions are ordinary objects', () => {
    const crds = { chart: { name: 'prometheus-operator-crds' }, release: 'crds' }
    expect(told(definitionGoes, { before: crds, after: undefined })).toEqual([
      'the release crds is removed, and the definitions of the Prometheus operator go with it, with all objects of their kinds',
    ])
  })

  test('by a switch of a chart', () => {
    const chart = { name: 'cert-manager' }
    const before = { chart, values: 'crds: { enabled: true, keep: false }' }
    expect(told(definitionGoes, { before, after: { chart, values: '{}' } })).toEqual([
      'the release app is told to bring no definitions any more, and the definitions of cert-manager go with it, with all objects of their kinds',
    ])
  })

  test.each([
    ['cert-manager', 'crds: { enabled: true }'],
    ['prometheus-operator-crds', 'crds: { annotations: { helm.sh/resource-policy: keep } }'],
  ])('or is left behind by the chart %s, which is told so', (name, values) => {
    const [what, ...others] = told(definitionGoes, { before: { chart: { name }, values }, after: undefined })
    expect(what).toMatch(/^the release app is removed, and leaves the definitions of .* behind$/)
    expect(others).toEqual([])
  })

  test.each([
    ['it brought none', { chart: { name: 'cert-manager' } }, undefined],
    ['another chart goes', { chart: { name: 'loki' } }, undefined],
    ['the chart stays', { chart: { name: 'external-secrets' } }, { chart: { name: 'external-secrets' } }],
    ['a definition changes', { objects: definition() }, { objects: definition('{ name: v2 }') }],
  ])('but not where %s', (_, before, after) => {
    expect(told(definitionGoes, { before, after })).toEqual([])
  })
})

describe('a version of a definition goes', () => {
  const before = { objects: definition('{ name: v1beta1, served: true }, { name: v1, served: true }') }

  test.each(['{ name: v1, served: true }', '{ name: v1beta1, served: false }, { name: v1, served: true }'])(
    'where %s is left',
    (versions) => {
      expect(told(definitionVersionGoes, { before, after: { objects: definition(versions) } })).toEqual([
        'CustomResourceDefinition widgets.example.com no longer serves v1beta1',
      ])
    },
  )

  test('but not where one is added', () => {
    const more = '{ name: v1beta1 }, { name: v1 }, { name: v2 }'
    expect(told(definitionVersionGoes, { before, after: { objects: definition(more) } })).toEqual([])
  })
})
