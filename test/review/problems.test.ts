import { expect, test } from 'vitest'
import type { LocatedProblem } from '../../generators/review/located-problem.ts'
import { problemsAsJson, reportProblems } from '../../generators/review/problems.ts'

const fleet = {
  file: 'generators/fleet.ts',
  source: `export default defineFleet({
  base: [loki({ size: '10 gigs' })],
  clusters: {
    homelab: flux({ environment: 'def' }),
  },
})`,
}

const size: LocatedProblem = {
  rule: 'size',
  place: ['base', 'loki', 'size'],
  reason: `'10 gigs' is not a Kubernetes quantity`,
  fix: `write a Kubernetes quantity, such as '10Gi'`,
}

const environment: LocatedProblem = {
  rule: 'known-environment',
  place: ['clusters', 'homelab', 'environment'],
  reason: `'def' is no environment of this fleet`,
  fix: `write 'dev' (there are: dev, cloud)`,
}

test('each problem says where, why and what to do, in the order of the source, and the end says how many', () => {
  expect(reportProblems([environment, size], fleet)).toBe(`\
generators/fleet.ts:2:17  base.loki.size
  '10 gigs' is not a Kubernetes quantity
  fix: write a Kubernetes quantity, such as '10Gi'
  rule: size

generators/fleet.ts:4:21  clusters.homelab.environment
  'def' is no environment of this fleet
  fix: write 'dev' (there are: dev, cloud)
  rule: known-environment

2 problems; nothing was written.
`)
})

test('one problem is not called problems, and none is no report', () => {
  expect(reportProblems([size], fleet)).toMatch(/\n\n1 problem; nothing was written\.\n$/)
  expect(reportProblems([], fleet)).toBe('')
})

test('when a problem came up on the way, the end says what is written already', () => {
  expect(reportProblems([size], { ...fleet, written: 40 })).toMatch(/\n\n1 problem; 40 files written\.\n$/)
  expect(reportProblems([size], { ...fleet, written: null })).toMatch(/\n\n1 problem\.\n$/)
})

test('a problem of a file or of the whole repository is headed by that', () => {
  const problem = { rule: 'file-in-the-way', place: [], reason: 'it is not ours', fix: 'move it away' }
  const all = [
    { ...problem, file: '.' },
    { ...problem, file: 'apps/base/web/values.yaml' },
  ]
  expect(reportProblems(all, fleet)).toBe(`the repository
  it is not ours
  fix: move it away
  rule: file-in-the-way

apps/base/web/values.yaml
  it is not ours
  fix: move it away
  rule: file-in-the-way

2 problems; nothing was written.
`)
})

test('a problem with a position and a file of its own is reported there', () => {
  const elsewhere = { ...size, place: [], file: 'generators/homelab.ts', position: { line: 7, column: 3 } }
  expect(reportProblems([elsewhere], fleet)).toMatch(/^generators\/homelab\.ts:7:3 {2}the fleet\n/)
})

test('a reason of many lines stays inside its problem', () => {
  const cycle = { ...size, reason: 'these wait for each other:\nloki\n  minio', fix: 'break\nit' }
  expect(reportProblems([cycle], fleet)).toContain(`
  these wait for each other:
  loki
    minio
  fix: break
  it
  rule: size
`)
})

test('the order does not depend on the order of the problems: position, then rule, then reason', () => {
  const at = (rule: string, reason: string, line: number, column: number): LocatedProblem => ({
    ...size,
    rule,
    reason,
    position: { line, column },
  })
  const inOrder = [
    at('z', 'z', 2, 9),
    at('z', 'z', 2, 10),
    at('b', 'Z', 10, 1),
    at('b', 'a', 10, 1),
    at('b', 'é', 10, 1),
    at('c', 'a', 10, 1),
  ]
  const records = problemsAsJson(inOrder, fleet)
  expect(records.map(({ rule, reason, line, column }) => [rule, reason, line, column])).toEqual(
    inOrder.map(({ rule, reason, position }) => [rule, reason, position!.line, position!.column]),
  )
  expect(problemsAsJson(inOrder.toReversed(), fleet)).toEqual(records)
})

test('the same problem twice is reported once; two that differ in anything are both reported', () => {
  const otherFix = { ...size, fix: 'write 10Gi' }
  const otherPlace = { ...size, place: ['base', 'loki', 'size', 'unit'] }
  expect(problemsAsJson([size, otherPlace, otherFix, { ...size }], fleet)).toHaveLength(3)
})

test('machines get stable fields, and the place as a path, because names may have dots', () => {
  expect(problemsAsJson([{ ...size, place: ['base', 'loki', 'values', 'a.b'] }], fleet)).toEqual([
    {
      rule: 'size',
      place: ['base', 'loki', 'values', 'a.b'],
      file: 'generators/fleet.ts',
      line: 2,
      column: 10,
      reason: size.reason,
      fix: size.fix,
    },
  ])
})

test('colour marks the position and dims the rule, and nothing else; without the flag there is none', () => {
  const [first, reason, fix, rule] = reportProblems([size], { ...fleet, color: true }).split('\n')
  expect([first, reason, fix, rule]).toEqual([
    '\u001b[1mgenerators/fleet.ts:2:17\u001b[22m  base.loki.size',
    `  ${size.reason}`,
    `  fix: ${size.fix}`,
    '\u001b[2m  rule: size\u001b[22m',
  ])
  expect(reportProblems([size], fleet)).not.toContain('\u001b')
})

test('a fleet that does not parse still gets its report', () => {
  expect(reportProblems([size], { ...fleet, source: 'export default {' })).toMatch(
    /^generators\/fleet\.ts:1:1 {2}base\.loki\.size\n/,
  )
})
