import { expect, test } from 'vitest'
import { chartFiles, fleetLines, ownerOf } from '../../../generators/charts/adding/chart-module.ts'
import { chartOfValues, type ReadChart } from '../../../generators/charts/adding/read-chart.ts'

const values = `# How many Pods
replicaCount: 1
image:
  # Ends a comment: */ process.exit() /*
  tag: v1
  pullPolicy: ""
debug: false
hosts: []
labels: {}
secret:
"it's.ini": {port: 80}
`
const chart = { ...(chartOfValues('web', '1.2.3', values) as ReadChart), description: 'Serves  pages' }
const added = {
  chart,
  name: 'my-web',
  url: 'oci://registry.example/charts/web',
  version: '1.2.3',
  library: 'fleetwright',
}
const [module, keys] = chartFiles(added)

test('a chart is described by a module with the type of its values', () => {
  expect(module!.path).toBe('generators/charts/my-web.ts')
  expect(module!.content.replace(/^.*\n/, '')).toBe(`import type { OwnChart } from 'fleetwright'
import keys from './my-web.keys.json' with { type: 'json' }

/** What the chart web 1.2.3 can be told. \`null\` takes a default away. */
export interface MyWebValues {
  /** How many Pods. Default \`1\`. */
  readonly replicaCount?: number | string | null
  readonly image?: {
    /** Ends a comment: * / process.exit() /*. Default \`v1\`. */
    readonly tag?: string | null
    readonly pullPolicy?: boolean | number | string | null
  } | null
  /** Default \`false\`. */
  readonly debug?: boolean | null
  readonly hosts?: readonly unknown[] | null
  readonly labels?: object | null
  readonly secret?: unknown
  readonly "it's.ini"?: {
    /** Default \`80\`. */
    readonly port?: number | string | null
  } | null
  readonly global?: object | null
}

/** Serves pages */
export const myWebChart: OwnChart<MyWebValues> = {
  name: 'web',
  url: 'oci://registry.example/charts/web',
  version: '1.2.3',
  keys,
}
`)
})

test('beside it stand its keys, in the form of the catalogue', () => {
  expect(keys!.path).toBe('generators/charts/my-web.keys.json')
  expect(JSON.parse(keys!.content)).toMatchObject({ replicaCount: 0, image: { tag: '' }, labels: {}, secret: null })
})

test('the fleet is told in two lines', () => {
  expect(fleetLines(added)).toBe(`import { myWebChart } from './charts/my-web.ts'

const myWeb = helmRelease({ name: 'my-web', chart: myWebChart, values: {} })`)
})

test.each([
  ['made by add', module!.content, 'ours'],
  ['made by add and changed since', module!.content.replace('Serves pages', 'Serves pages well'), 'changed'],
  ['made by somebody', "export const web = 'mine'\n", 'theirs'],
])('a module %s is known as such', (_, content, owner) => {
  expect(ownerOf(content)).toBe(owner)
})
