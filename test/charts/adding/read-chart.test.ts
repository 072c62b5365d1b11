import { describe, expect, test } from 'vitest'
import { type ReadChart, readChart } from '../../../generators/charts/adding/read-chart.ts'
import { readKeys } from '../../../generators/charts/read-keys.ts'
import { smallChart } from '../registry/chart-archive.ts'

const described = 'apiVersion: v2\nname: web\nversion: 1.2.3\n'
const read = (files: Readonly<Record<string, string | Buffer>>) =>
  readChart(
    new Map(Object.entries({ 'Chart.yaml': described, ...files }).map(([path, text]) => [path, Buffer.from(text)])),
  )
const keysOf = async (files: Readonly<Record<string, string | Buffer>>) =>
  readKeys(((await read(files)) as ReadChart).texts)

test('the keys of a chart are those of its values, its schema and its templates', async () => {
  const keys = await keysOf({
    'values.yaml': 'image: {tag: v1}\nconfig: {level: info}\n# extra: true\n',
    'values.schema.json': '{"properties": {"port": {"type": "integer"}}}',
    'templates/pod.yaml': '{{ .Values.image.digest }} {{ toYaml .Values.config }} {{ .Values.name }}',
  })
  expect(keys).toEqual({
    image: { tag: '', digest: null },
    // It is handed on as it is, so that any key will do.
    config: {},
    port: 0,
    extra: true,
    name: null,
    global: {},
  })
})

describe('a chart inside', () => {
  const above = `${described}dependencies: [{name: db, alias: store, condition: "store.enabled", tags: [back]}, {name: lost}]\n`

  test.each([
    ['in a folder', { 'charts/db/Chart.yaml': 'name: db\nversion: 1.0.0', 'charts/db/values.yaml': 'size: 1Gi' }],
    ['in an archive', { 'charts/db-1.0.0.tgz': smallChart('db', '1.0.0', 'size: 1Gi\n') }],
  ])('%s has its keys where it is called; one that is not there takes anything', async (_, files) => {
    expect(await keysOf({ 'Chart.yaml': above, 'values.yaml': 'a: 1', ...files })).toEqual({
      a: 0,
      store: { size: '', global: {}, enabled: true },
      lost: {},
      tags: {},
      global: {},
    })
  })

  test('of a chart for Helm 2 is named in a file of its own', async () => {
    const requirements = 'dependencies: [{name: db}]'
    expect(await keysOf({ 'requirements.yaml': requirements })).toEqual({ db: {}, global: {} })
  })
})

test.each([
  [{ 'Chart.yaml': 'name: web' }, 'is no chart of Helm: its Chart.yaml has no name and version'],
  [{ 'Chart.yaml': ': :' }, 'is no chart of Helm: its Chart.yaml has no name and version'],
  [{ 'Chart.yaml': 'name: ../web\nversion: 1.0.0' }, 'is no chart of Helm: its Chart.yaml has no name and version'],
  [
    { 'Chart.yaml': `${described}type: library` },
    'is the library web: it is made for other charts, and cannot be installed itself',
  ],
  [{ 'values.yaml': '- a\n- b' }, 'has a values.yaml that holds no values'],
  [{ 'values.schema.json': '{' }, 'has a values.schema.json that is no JSON'],
])('%j is refused', async (files, refusal) => {
  expect(await read(files)).toEqual({ refusal })
})

test('a folder without a Chart.yaml is no chart', async () => {
  expect(await readChart(new Map())).toEqual({ refusal: 'is no chart of Helm: it has no Chart.yaml' })
})
