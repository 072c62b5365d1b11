import { describe, expect, test } from 'vitest'
import { readChartKeys } from '../../generators/charts/read-keys.ts'

/** Reads the keys of a chart from files that are given as texts. */
const keysOf = (name: string, files: Readonly<Record<string, string>>) => readChartKeys(name, (path) => files[path])

const alone = 'values: values.yaml\nschema: null\ndependencies: []\nsubchartValues: []\n'

describe('the keys of a chart', () => {
  test('are those of its values, by shape alone', () => {
    const values = 'password: hunter2\nreplicas: 3\nenabled: false\nhosts: [a]\nlabels: {}\ntag:\nimage: {tag: v1}\n'
    expect(keysOf('web', { 'web/chart.yaml': alone, 'web/values.yaml': values })).toEqual({
      password: '',
      replicas: 0,
      enabled: true,
      hosts: [],
      labels: {},
      tag: null,
      image: { tag: '' },
      global: {},
    })
  })

  test('are also those in comments, in the schema and in the templates', () => {
    const keys = keysOf('web', {
      'web/chart.yaml': alone.replace('schema: null', 'schema: values.schema.json'),
      'web/values.yaml': 'persistence:\n  size: 1Gi\n  # storageClass: fast\n',
      'web/values.schema.json': '{"properties": {"persistence": {"properties": {"accessMode": {"type": "string"}}}}}',
      'web/facts.yaml':
        'readButNotDeclared: [persistence.annotations]\nexistingSecretKeys: [auth.existingSecret (key token)]\n',
    })
    expect(keys).toEqual({
      persistence: { size: '', accessMode: '', storageClass: '', annotations: null },
      auth: { existingSecret: null },
      global: {},
    })
  })

  test('stay open where templates take names of the user’s choosing', () => {
    const keys = keysOf('web', {
      'web/chart.yaml': alone,
      'web/values.yaml': 'route:\n  main: {enabled: false}\n',
      'web/facts.yaml': 'unknownKeys: {nested: {failsInTemplateBecauseMapOfObjects: [route]}}\n',
    })
    expect(keys).toEqual({ route: {}, global: {} })
  })
})

describe('a chart inside another', () => {
  const outer = `
values: values.yaml
schema: null
dependencies: [{name: db, condition: "db.enabled,storage.enabled"}]
subchartValues: [{key: db, folder: db, values: subcharts/db.values.yaml}]
`

  test('has its keys below its name, beside those that the chart above sets, and its switches', () => {
    const keys = keysOf('web', {
      'web/chart.yaml': outer,
      'web/values.yaml': 'db:\n  size: 5Gi\n  config: {max: 1}\n',
      'web/subcharts/db.values.yaml': 'size: 1Gi\nconfig: {}\nport: 5432\n',
      'db/facts.yaml': 'readButNotDeclared: [storageClass]\n',
    })
    expect(keys).toEqual({
      db: { size: '', config: {}, port: 0, storageClass: null, global: {}, enabled: true },
      storage: { enabled: true },
      global: {},
    })
  })
})

test('the same texts make the same keys in the same order', () => {
  const files = { 'web/chart.yaml': alone, 'web/values.yaml': 'b: 1\na: {d: 1, c: 2}\n# e: 3\n' }
  expect(JSON.stringify(keysOf('web', files))).toBe('{"b":0,"a":{"d":0,"c":0},"e":0,"global":{}}')
})
