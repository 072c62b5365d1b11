import { expect, test } from 'vitest'
import { type Band, layOut } from '../../../generators/objects/grafana/layout.ts'
import { prometheus } from '../../../generators/objects/grafana/query.ts'
import { stat } from '../../../generators/objects/grafana/stat.ts'

const up = stat('Up', { queries: [prometheus('prometheus')('up')] })
const band = (height: number, panels: number, section?: string): Band => ({
  height,
  panels: Array.from({ length: panels }, () => up),
  ...(section === undefined ? {} : { section }),
})
const placesOf = (bands: readonly Band[]) =>
  layOut(bands).map(({ id, type, gridPos: { x, y, w, h } }) => `${id} ${type} ${x},${y} ${w}x${h}`)

test('bands stand below each other, and panels share the width of theirs', () => {
  expect(placesOf([band(4, 3), band(8, 2), band(10, 1)])).toEqual([
    '1 stat 0,0 8x4',
    '2 stat 8,0 8x4',
    '3 stat 16,0 8x4',
    '4 stat 0,4 12x8',
    '5 stat 12,4 12x8',
    '6 stat 0,12 24x10',
  ])
})

test('a section starts with a heading across the whole width', () => {
  expect(placesOf([band(4, 1), band(8, 2, 'Controllers')])).toEqual([
    '1 stat 0,0 24x4',
    '2 row 0,4 24x1',
    '3 stat 0,5 12x8',
    '4 stat 12,5 12x8',
  ])
})

test.each([1, 2, 3, 5, 7, 11])('a band of %i panels fills the 24 units of the grid without gap or overlap', (count) => {
  const panels = layOut([band(4, count)])
  expect(panels.map(({ gridPos }) => gridPos.x)).toEqual(
    panels.map((_, index) => panels.slice(0, index).reduce((width, { gridPos }) => width + gridPos.w, 0)),
  )
  expect(panels.reduce((width, { gridPos }) => width + gridPos.w, 0)).toBe(24)
})
