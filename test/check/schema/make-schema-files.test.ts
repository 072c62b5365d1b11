import { expect, test } from 'vitest'
import { makeSchemaFiles } from '../../../generators/check/schema/make-schema-files.ts'

const widget = {
  kind: 'CustomResourceDefinition',
  spec: {
    group: 'example.com',
    names: { kind: 'Widget' },
    versions: [
      {
        name: 'v1',
        served: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { size: { type: 'integer' } } } },
      },
    ],
  },
}

test('definitions of custom resources become data files, one kind a line', () => {
  const sources = { openApi: [], openApiSource: '', crds: [widget, null, { kind: 'ConfigMap' }] }
  const files = makeSchemaFiles(sources).filter(({ path }) => path.startsWith('example'))
  expect(files).toEqual([
    {
      path: 'example.com_v1.json',
      content: `{"kinds":{
"Widget":{"fields":{"apiVersion":"string","kind":"string","metadata":"meta#ObjectMeta","status":"any","size":"integer"}}
},
"definitions":{}}
`,
    },
  ])
})
