import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadSchemas, schemaFolder } from '../generators/check/schema/schemas.ts'
import { render, rendered, think } from '../generators/render.ts'
import { fleet, note } from './support/fleets.ts'
import { keptProgress } from './support/kept-progress.ts'

const schemas = loadSchemas(fileURLToPath(new URL(`../${schemaFolder}`, import.meta.url)))
const three = fleet({ a: { components: [note()] }, b: { components: [note()] }, c: { components: [note()] } })

test('a render tells of each cluster', () => {
  const { track, told } = keptProgress()
  rendered(think(three), { inputs: new Map(), schemas, progress: track })
  expect(told).toEqual(['rendering clusters, 3', 'step', 'step', 'step', 'done'])
})

test('a render of some clusters tells of those', () => {
  const { track, told } = keptProgress()
  rendered(think(three), { inputs: new Map(), schemas, progress: track, only: new Set(['b']) })
  expect(told).toEqual(['rendering clusters, 1', 'step', 'done'])
})

test('a render whose files nobody wants any more, as when the disk is full, is done too', () => {
  const { track, told } = keptProgress()
  for (const _ of render(think(three), { inputs: new Map(), schemas, progress: track })) break
  expect(told).toEqual(['rendering clusters, 3', 'done'])
})
