import { expect, test } from 'vitest'
import type { SchemaFile } from '../../../generators/check/schema/schema-file.ts'
import { schemasOf } from '../../../generators/check/schema/schemas.ts'

const files: Readonly<Record<string, SchemaFile>> = {
  meta: { kinds: {}, definitions: { ObjectMeta: { fields: { name: 'string' } } } },
  'example.com_v1': {
    kinds: { Tree: '#Tree', Leaf: { fields: { metadata: 'meta#ObjectMeta' }, required: ['metadata'] } },
    definitions: { Tree: { fields: { branches: { items: '#Tree' } } } },
  },
  'example.com_v2': { kinds: { Broken: '#Nowhere' }, definitions: {} },
}

const opened = () => {
  const read: string[] = []
  const schemas = schemasOf(Object.keys(files), (file) => {
    read.push(file)
    return files[file]!
  })
  return { schemas, read: () => [...new Set(read)] }
}

test('files are named for their group and version', () => {
  expect(opened().schemas.apiVersions).toEqual(['example.com/v1', 'example.com/v2'])
})

test('a file is read when one of its kinds is asked for, and what it refers to with it', () => {
  const { schemas, read } = opened()
  expect(read()).toEqual([])
  schemas.find('example.com/v1', 'Tree')
  expect(read()).toEqual(['example.com_v1'])
  schemas.find('example.com/v1', 'Leaf')
  expect(read()).toEqual(['example.com_v1', 'meta'])
})

test('references are followed into other files', () => {
  const leaf = opened().schemas.find('example.com/v1', 'Leaf')
  expect(leaf).toMatchObject({ type: 'object', required: ['metadata'], open: false })
  expect(leaf?.type === 'object' && leaf.fields.get('metadata')).toMatchObject({
    type: 'object',
    fields: new Map([['name', { type: 'string' }]]),
  })
})

test('a definition may refer to itself', () => {
  const tree = opened().schemas.find('example.com/v1', 'Tree')
  const branches = tree?.type === 'object' && tree.fields.get('branches')
  expect(
    branches && branches.type === 'list' && branches.items.type === 'object' && branches.items.fields.has('branches'),
  ).toBe(true)
})

test('what is not there is undefined', () => {
  const { schemas } = opened()
  expect(schemas.find('example.com/v1', 'Flower')).toBeUndefined()
  expect(schemas.find('example.com/v1', 'constructor')).toBeUndefined()
  expect(schemas.find('example.org/v1', 'Tree')).toBeUndefined()
  expect(schemas.kinds('example.org/v1')).toEqual([])
})

test('a reference that leads nowhere names itself', () => {
  expect(() => opened().schemas.find('example.com/v2', 'Broken')).toThrow(
    'There is no definition example.com_v2#Nowhere, which example.com_v2 refers to',
  )
})
