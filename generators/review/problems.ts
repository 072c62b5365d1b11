import { placeName } from '../problem.ts'
import { count } from './count.ts'
import { locator } from './locate.ts'
import type { FleetSource, LocatedProblem, ProblemRecord } from './located-problem.ts'
import { painter } from './paint.ts'
import { start } from './source/position.ts'

export interface ReportSettings extends FleetSource {
  /** Whether to mark what the eye looks for with ANSI codes. Default `false`. */
  readonly color?: boolean
  /** Files that were written before a problem came up, as on a disk that fills; null where none ever is. Default 0. */
  readonly written?: number | null
}

/** All problems for people: where, what is wrong, what to do about it; at the end, how many. Empty when there are none. */
export const reportProblems = (problems: readonly LocatedProblem[], settings: ReportSettings): string => {
  const records = problemsAsJson(problems, settings)
  if (records.length === 0) return ''
  const { bold, dim } = painter(settings.color ?? false)
  const paragraphs = records.map(({ file, line, column, place, reason, fix, rule }) =>
    [
      file === settings.file || line + column > 2
        ? `${bold(`${file}:${line}:${column}`)}  ${placeName(place)}`
        : bold(file === '.' ? 'the repository' : file),
      indented(reason),
      indented(`fix: ${fix}`),
      dim(indented(`rule: ${rule}`)),
    ].join('\n'),
  )
  return `${[...paragraphs, `${count(records.length, 'problem')}${fate(settings.written)}.`].join('\n\n')}\n`
}

const fate = (written: number | null = 0): string => {
  if (written === null) return ''
  return written === 0 ? '; nothing was written' : `; ${count(written, 'file')} written`
}

/** All problems for machines, in the order of their positions, rules and reasons. What is said twice stands there once. */
export const problemsAsJson = (problems: readonly LocatedProblem[], fleet: FleetSource): ProblemRecord[] => {
  const find = locator(fleet.source)
  const records = problems.map(({ rule, place, file = fleet.file, position, reason, fix }) => {
    const { line, column } = position ?? (file === fleet.file ? find(place) : start)
    return { rule, place, file, line, column, reason, fix }
  })
  return records.toSorted(inOrder).filter((record, index, all) => index === 0 || inOrder(all[index - 1]!, record) !== 0)
}

const inOrder = (a: ProblemRecord, b: ProblemRecord): number =>
  compare(a.file, b.file) ||
  a.line - b.line ||
  a.column - b.column ||
  compare(a.rule, b.rule) ||
  compare(a.reason, b.reason) ||
  compare(JSON.stringify(a.place), JSON.stringify(b.place)) ||
  compare(a.fix, b.fix)

/** By code units: the same order on every machine, whatever its language. */
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b)

const indented = (text: string): string => text.replaceAll(/^/gm, '  ')
