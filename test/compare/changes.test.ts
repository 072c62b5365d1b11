import { describe, expect, test } from 'vitest'
import type { ObjectChange } from '../../generators/compare/change.ts'
import { componentChanges } from '../../generators/compare/changes.ts'
import type { DeployedPair } from '../../generators/compare/deployed.ts'
import { fieldPath } from '../../generators/compare/field-path.ts'
import { identityText } from '../../generators/compare/identity.ts'
import { contentOf, pair } from './pair.ts'

const changeOf = (one: DeployedPair) => componentChanges([one])[0]?.change.change

/** Objects a line each: what becomes of them, and the fields that differ. */
const told = (objects: readonly ObjectChange[] = []): readonly string[] =>
  objects.map(({ what, identity, fields }) =>
    [what, identityText(identity), ...fields.map(({ path }) => fieldPath(path))].join(' '),
  )

const web = (replicas: number, rest = '') =>
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web, namespace: a }, spec: { replicas: ${replicas} } }\n${rest}`
const service = '---\n{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: a } }\n'
const account = '---\n{ apiVersion: v1, kind: ServiceAccount, metadata: { name: web, namespace: a } }\n'

describe('objects', () => {
  test('are matched by identity, wherever they stand', () => {
    const change = changeOf(
      pair({ before: { objects: web(2, service) }, after: { objects: `${account}${service}---\n${web(3)}` } }),
    )
    expect(told(change?.objects)).toEqual(['changed Deployment a/web spec.replicas', 'added ServiceAccount a/web'])
  })

  test('that go stand there as they were', () => {
    const change = changeOf(pair({ before: { objects: web(2, service) }, after: { objects: web(2) } }))
    expect(told(change?.objects)).toEqual(['removed Service a/web'])
    expect(change?.objects[0]).not.toHaveProperty('after')
    expect(change?.objects[0]?.before?.kind).toBe('Service')
  })

  test('of another version of their API are the same objects', () => {
    const scaler = (version: string) =>
      `{ apiVersion: autoscaling/${version}, kind: HorizontalPodAutoscaler, metadata: { name: web, namespace: a } }`
    const change = changeOf(pair({ before: { objects: scaler('v2beta2') }, after: { objects: scaler('v2') } }))
    expect(told(change?.objects)).toEqual(['changed HorizontalPodAutoscaler a/web apiVersion'])
  })

  test('of a component that comes are all new', () => {
    const change = changeOf(pair({ after: { objects: web(2, service) } }))
    expect(change?.what).toBe('added')
    expect(told(change?.objects)).toEqual(['added Deployment a/web', 'added Service a/web'])
  })
})

describe('a release', () => {
  const source = (tag: string) =>
    `{ apiVersion: source.toolkit.fluxcd.io/v1, kind: OCIRepository, metadata: { name: loki, namespace: a }, spec: { ref: { tag: ${tag} } } }`

  test('says its version and its values, and what Flux handles it by stands apart', () => {
    const change = changeOf(
      pair({
        before: { version: '1.0.0', values: 'loki: { size: 1 }', objects: source('1.0.0') },
        after: { version: '1.1.0', values: 'loki: { size: 2 }', objects: source('1.1.0') },
      }),
    )
    expect(change).toMatchObject({
      what: 'changed',
      release: {
        name: 'loki',
        chart: 'loki',
        version: { before: '1.0.0', after: '1.1.0' },
        values: [{ path: ['loki', 'size'], before: 1, after: 2 }],
      },
      objects: [],
    })
    expect(told(change?.control)).toEqual(['changed OCIRepository a/loki spec.ref.tag'])
  })

  test('that goes says which it was', () => {
    expect(changeOf(pair({ before: { values: 'a: 1' } }))?.release).toEqual({
      name: 'loki',
      chart: 'loki',
      chartBefore: 'loki',
      version: { before: '1.0.0' },
      url: { before: 'oci://ghcr.io/example/loki' },
      values: [{ path: ['a'], before: 1 }],
    })
  })

  test('that stays is not mentioned', () => {
    const values = 'a: 1'
    expect(changeOf(pair({ before: { values }, after: { values, objects: web(1) } }))).not.toHaveProperty('release')
  })
})

test('a component that means the same to its cluster is left out', () => {
  const ports = (...numbers: number[]) =>
    `{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { ports: [${numbers.map((port) => `{ port: ${port} }`).join()}] } }`
  const same = pair({ before: { objects: ports(80, 81) }, after: { objects: ports(81, 80) }, files: ['service.yaml'] })
  expect(componentChanges([same])).toEqual([])
})

test('a component of which one state could not be built is neither added nor removed', () => {
  const half = pair({ before: { objects: web(2) } })
  expect(componentChanges([{ ...half, unbuilt: 'after' }])).toEqual([])
})

describe('clusters share one change', () => {
  const changesOf = (...pairs: DeployedPair[]) => componentChanges(pairs).map(({ change }) => change.change)

  test('where their content is the same object', () => {
    const [before, after] = [contentOf({ objects: web(2) }), contentOf({ objects: web(3) })]
    const sides = { before: { content: before }, after: { content: after } }
    const [one, two] = changesOf(pair({ cluster: 'one', ...sides }), pair({ cluster: 'two', ...sides }))
    expect(one).toBeDefined()
    expect(one).toBe(two)
  })

  test('where it was built separately, and where they differ in what stays', () => {
    const sides = (name: string) => {
      const object = (image: string) =>
        `{ apiVersion: apps/v1, kind: DaemonSet, metadata: { name: agent }, spec: { image: ${image}, cluster: ${name} } }`
      return { cluster: name, before: { objects: object('agent:1') }, after: { objects: object('agent:2') } }
    }
    const [one, two] = changesOf(pair(sides('one')), pair(sides('two')))
    expect(one).toBe(two)
    expect(told(one?.objects)).toEqual(['changed DaemonSet agent spec.image'])
  })

  test('where only their own name differs: in places, in the paths of their folders, in a variable', () => {
    const sides = (name: string) => ({
      cluster: name,
      after: {
        objects: `{ apiVersion: v1, kind: ConfigMap, metadata: { name: agent }, data: { CLUSTER_ID: ${name} } }`,
        control: `
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: agent, annotations: { fleetwright.dev/from: clusters.${name}.namespaces.monitoring.agent } }
spec: { path: ./apps/clusters/${name}/monitoring/agent }`,
      },
    })
    const [one, two] = changesOf(pair(sides('edge-1')), pair(sides('edge-10')))
    expect(one).toBe(two)
  })

  test('where one of them has the name of an environment', () => {
    const control = (path: string) =>
      `{ apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: { name: loki }, spec: { path: ${path} } }`
    const sides = {
      before: { control: control('./apps/base/a/loki') },
      after: { control: control('./apps/dev/a/loki') },
    }
    const [one, two] = changesOf(pair({ cluster: 'dev', ...sides }), pair({ cluster: 'two', ...sides }))
    expect(one).toBe(two)
  })

  test('and do not, where anything else differs', () => {
    const sides = (replicas: number) => ({ before: { objects: web(1) }, after: { objects: web(replicas) } })
    const [one, two] = changesOf(pair({ cluster: 'one', ...sides(2) }), pair({ cluster: 'two', ...sides(3) }))
    expect(one).not.toBe(two)
    expect(one).not.toEqual(two)
  })
})
