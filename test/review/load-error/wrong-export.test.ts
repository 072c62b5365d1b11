import { expect, test } from 'vitest'
import { wrongExport } from '../../../generators/review/load-error/wrong-export.ts'
import { reportProblems } from '../../../generators/review/problems.ts'

const fleet = { file: 'generators/fleet.ts', source: 'const a = 1\n\nexport default { a }' }

test.each([
  [{}, 'the file exports nothing'],
  [{ platform: {}, edge: {} }, 'the file exports platform, edge, but no fleet by default'],
  [{ default: { clusters: {} } }, 'the default export is an object, not what defineFleet makes'],
  [{ default: [] }, 'the default export is a list, not what defineFleet makes'],
  [{ default: () => ({}) }, 'the default export is a function, not what defineFleet makes'],
  [{ default: undefined }, 'the default export is undefined, not what defineFleet makes'],
  [{ default: null }, 'the default export is null, not what defineFleet makes'],
  [{ default: 'fleet' }, 'the default export is a string, not what defineFleet makes'],
])('a module that exports %o is told: %s', (exported, reason) => {
  expect(wrongExport(exported, fleet)).toMatchObject({
    rule: 'fleet-export',
    reason,
    fix: 'write export default defineFleet({ … })',
  })
})

test('a promise of a fleet is told to wait', () => {
  expect(wrongExport({ default: Promise.resolve() }, fleet)).toMatchObject({
    reason: 'the default export is a promise, not what defineFleet makes',
    fix: 'write await after export default',
  })
})

test('it is reported where the default export is written', () => {
  expect(reportProblems([wrongExport({ default: {} }, fleet)], fleet)).toMatch(
    /^generators\/fleet\.ts:3:16 {2}the fleet\n/,
  )
})
