import { describe, expect, test } from 'vitest'
import { causeFinder } from '../../generators/compare/causes.ts'
import { componentChanges } from '../../generators/compare/changes.ts'
import { sharedChanges } from '../../generators/compare/groups.ts'
import type { TreeState } from '../../generators/compare/state.ts'
import { yamlHeader } from '../../generators/output/header.ts'
import { pair, type Side } from './pair.ts'

const state = (fleet: string, files: Readonly<Record<string, string>> = {}): TreeState => {
  const all = new Map(Object.entries({ ...files, 'generators/fleet.ts': fleet }))
  return { name: 'a state', files: all, read: (path) => all.get(path)! }
}

interface Given {
  readonly files?: Readonly<Record<string, string>>
  readonly clusters?: readonly string[]
  readonly after?: Side
}

/** Where the fleet says that loki changes on clusters of dev: `place:line`. */
const causes = (
  before: string,
  after: string,
  { files = {}, clusters = ['one'], after: brought = { values: 'a: 2' } }: Given = {},
): readonly string[] => {
  const [shared] = sharedChanges(
    componentChanges(
      clusters.map((cluster) =>
        pair({ cluster, before: { values: 'a: 1' }, after: brought, files: Object.keys(files) }),
      ),
    ),
  )
  return causeFinder(
    state(before, files),
    state(after, files),
  )(shared!).map(
    ({ place, line, because }) => `${place.join('.')}:${line ?? 'gone'}${because === undefined ? '' : ` (${because})`}`,
  )
}

const fleet = (given: {
  dev?: string
  loki?: string
  tempo?: string
  settings?: string
  above?: string
  cluster?: string
}) =>
  `${given.above ?? ''}
export default defineFleet({
  repository: { url: 'https://github.com/example/platform' },
  environments: {
    dev: environment({ storageClass: 'local-path' }, [
      loki(${given.dev ?? ''}),
    ]),
  },
  clusters: {
    one: flux({
      environment: 'dev',
      ${given.settings ?? ''}
      namespaces: {
        monitoring: namespace({}, [
          loki(${given.loki ?? ''}),
          tempo(${given.tempo ?? ''}),
        ]),
      },
    }),
    ${given.cluster ?? ''}
  },
})`

describe('the place that did it', () => {
  test('is the option that changed where the component stands', () => {
    expect(causes(fleet({ loki: "{ size: '10Gi' }" }), fleet({ loki: "{ size: '50Gi' }" }))).toEqual([
      'clusters.one.namespaces.monitoring.loki.size:15',
    ])
  })

  test('is found within options of options, on the line of its own', () => {
    const loki = (memory: string) => `{
            resources: {
              cpu: 1,
              memory: '${memory}',
            },
          }`
    expect(causes(fleet({ loki: loki('1Gi') }), fleet({ loki: loki('2Gi') }))).toEqual([
      'clusters.one.namespaces.monitoring.loki.resources.memory:18',
    ])
  })

  test('is the environment, where a file that changed says that it comes from there', () => {
    const files = { 'apps/dev/monitoring/loki/values-dev.yaml': yamlHeader(['environments', 'dev', 'loki']) }
    expect(causes(fleet({ dev: "{ size: '1Gi' }" }), fleet({ dev: "{ size: '2Gi' }" }), { files })).toEqual([
      'environments.dev.loki.size:6',
    ])
  })

  test('is where the component stands, where its files come from a base that the fleet does not write', () => {
    const files = { 'apps/base/monitoring/loki/values.yaml': yamlHeader(['base', 'loki']) }
    expect(causes(fleet({}), fleet({ loki: "{ size: '2Gi' }" }), { files })).toEqual([
      'clusters.one.namespaces.monitoring.loki.size:15',
    ])
  })

  test('is not a component beside it, although that changed too', () => {
    expect(
      causes(fleet({ loki: '{ a: 1 }', tempo: '{ a: 1 }' }), fleet({ loki: '{ a: 2 }', tempo: '{ a: 2 }' })),
    ).toEqual(['clusters.one.namespaces.monitoring.loki.a:15'])
  })

  test('has no line where it is gone', () => {
    expect(causes(fleet({ loki: '{ a: 1, b: 2 }' }), fleet({ loki: '{ a: 1 }' }))).toEqual([
      'clusters.one.namespaces.monitoring.loki.b:gone',
    ])
  })

  test('is the component itself, where none of its options is left', () => {
    expect(causes(fleet({ loki: '{ a: 1 }' }), fleet({}))).toEqual(['clusters.one.namespaces.monitoring.loki:15'])
  })

  test('is followed to the constant that it names', () => {
    const named = { loki: '{ size: volume }' }
    expect(
      causes(fleet({ ...named, above: "const volume = '1Gi'" }), fleet({ ...named, above: "const volume = '2Gi'" })),
    ).toEqual(['clusters.one.namespaces.monitoring.loki.size:1'])
    const options = (size: string) => fleet({ loki: 'options', above: `const options = {\n  size: '${size}',\n}` })
    expect(causes(options('1Gi'), options('2Gi'))).toEqual(['clusters.one.namespaces.monitoring.loki.size:2'])
  })

  test('is followed into a function that makes the cluster', () => {
    const edge = (size: string) => `const edge = (size) =>
  flux({ namespaces: { monitoring: namespace({}, [loki({ size })]) } })
export default defineFleet({
  clusters: {
    one: edge('${size}'),
    two: edge('1Gi'),
  },
})`
    expect(causes(edge('1Gi'), edge('2Gi'))).toEqual(['clusters.one.namespaces.monitoring.loki.size:5'])
  })

  test('is said once for clusters that share it', () => {
    const shared = (
      size: string,
    ) => `const shared = flux({ namespaces: { monitoring: namespace({}, [loki({ size: '${size}' })]) } })
export default defineFleet({ clusters: { one: shared, two: shared } })`
    expect(causes(shared('1Gi'), shared('2Gi'), { clusters: ['one', 'two'] })).toEqual([
      'clusters.one.namespaces.monitoring.loki.size:1',
    ])
  })

  test('is a setting of its cluster or environment, where nothing is said of the component itself', () => {
    expect(causes(fleet({ settings: "storageClass: 'a'," }), fleet({ settings: "storageClass: 'b'," }))).toEqual([
      'clusters.one.storageClass:12',
    ])
    expect(causes(fleet({}), fleet({}).replace('local-path', 'gp3'))).toEqual(['environments.dev.storageClass:5'])
  })

  test('is a cluster that is new as a whole', () => {
    const two = 'two: flux({ namespaces: { monitoring: namespace({}, [loki()]) } }),'
    expect(causes(fleet({}), fleet({ cluster: two }), { clusters: ['two'] })).toEqual(['clusters.two:20'])
  })
})

describe('no line is named wrongly', () => {
  test('where the fleet is what it was, that is said', () => {
    expect(causes(fleet({}), fleet({}))).toEqual([
      'clusters.one.namespaces.monitoring.loki:15 (the fleet says the same of this as before: another version of Fleetwright, or of a chart in its catalogue, renders it otherwise)',
    ])
  })

  test('where only something else changed that the change speaks of, this follows from there', () => {
    const gateway = (address: string) => fleet({ tempo: `{ address: '${address}' }` })
    const after = { values: "{ endpoint: 'https://new.example.com/push' }" }
    expect(causes(gateway('old.example.com'), gateway('new.example.com'), { after })).toEqual([
      'clusters.one.namespaces.monitoring.tempo.address:16 (the fleet says the same of this as before, and this speaks of what changed here)',
    ])
  })

  test('where nothing that changed is spoken of, no line is named but its own', () => {
    expect(causes(fleet({}), fleet({ tempo: '{ replicas: 2 }' }))).toEqual([
      'clusters.one.namespaces.monitoring.loki:15 (the fleet says the same of this as before: it follows from something else that changed in it, or from another version of Fleetwright)',
    ])
  })

  test('layout, comments and lines that moved are no change', () => {
    const moved = fleet({
      above: '// a comment\n',
      loki: '{\n            // why\n            size: "1Gi",\n          }',
    })
    expect(causes(fleet({ loki: "{ size: '1Gi' }" }), moved)).toEqual([
      expect.stringContaining(
        'clusters.one.namespaces.monitoring.loki:16 (the fleet says the same of this as before: another version',
      ),
    ])
  })

  test('a fleet that cannot be read names the place alone', () => {
    expect(causes(fleet({}), 'export default {')).toEqual(['clusters.one.namespaces.monitoring.loki:gone'])
  })
})
