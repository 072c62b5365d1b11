import type { Review } from '../compare/review.ts'
import { grouped } from '../grouped.ts'
import type { Problem } from '../problem.ts'
import { count } from '../review/count.ts'
import { paintDifference, painter } from '../review/paint.ts'
import { reviewSummary } from '../review/review-summary.ts'
import { terminalReview } from '../review/terminal-review.ts'
import type { FileUpgrade } from './file-upgrade.ts'
import type { Migrated } from './migration.ts'

/** All that a newer version brings to a repository. */
export interface Upgrade {
  /** Versions: `0.1.0`. */
  readonly from: string
  readonly to: string
  readonly review: Review
  /** What becomes of the files that people own, by path. */
  readonly files: readonly FileUpgrade[]
  /** What changed in the words of the fleet, as far as it concerns this one. */
  readonly changes: Migrated['changes']
}

const done = { add: 'new', change: 'changed', remove: 'gone' } as const

/** For a terminal: what the clusters get, then what becomes of the words and the files that people wrote. */
export const upgradeText = (upgrade: Upgrade, color: boolean): string =>
  `${terminalReview(upgrade.review, color)}${ownLines(upgrade, color)}`

const ownLines = ({ to, files, changes }: Upgrade, color: boolean): string => {
  const { bold } = painter(color)
  const kept = files.filter(({ does }) => does === 'keep')
  const sections: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    ['The words of the fleet', wordLines(changes)],
    ['Files of yours', writtenLines(files, color)],
    ['Kept as you have them', kept.flatMap((file) => keptLines(file, to, color))],
  ]
  return sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([heading, lines]) => ['', bold(heading), ...lines])
    .map((line) => `${line}\n`)
    .join('')
}

/** Files that change alike are told together. */
const writtenLines = (files: Upgrade['files'], color: boolean): readonly string[] => {
  const alike = grouped(files, ({ does, difference }) => `${does} ${shown(difference)}`)
  return [...alike.values()].flatMap((those) => {
    const { does, difference } = those[0]!
    if (does === 'keep') return []
    const lines = those.map(({ path }) => `  ${done[does].padEnd('changed'.length)}  ${path}`)
    return [...lines, ...(does === 'remove' ? [] : differenceLines(difference, color))]
  })
}

export const wordLines = (changes: Upgrade['changes']): readonly string[] =>
  changes.map(({ version, changed }) => `  ${version}: ${changed}`)

const keptLines = ({ path, difference }: FileUpgrade, to: string, color: boolean): readonly string[] =>
  difference === ''
    ? [`  ${path}`]
    : [`  ${path}, of which ${to} would have another one:`, ...differenceLines(difference, color)]

const differenceLines = (difference: string, color: boolean): readonly string[] =>
  paintDifference(shown(difference), color).replaceAll(/^/gm, '    ').split('\n')

/** Without the lines that number lines. */
const shown = (difference: string): string =>
  difference
    .split('\n')
    .filter((line) => !line.startsWith('@@'))
    .join('\n')

/** The commit message of an upgrade. */
export const upgradeMessage = ({ from, to, review, files }: Upgrade): string => {
  const kept = files.filter(({ does }) => does === 'keep').map(({ path }) => path)
  return [
    `Upgrade fleetwright from ${from} to ${to}`,
    '',
    reviewSummary(review),
    ...(kept.length === 0 ? [] : [`Kept as they were edited: ${kept.join(', ')}.`]),
    '',
    `By npx zx scripts/upgrade.mjs ${to}.`,
    '',
  ].join('\n')
}

/** A tree that says something else already would mix that into what is shown. */
export const staleTree = (files: number): Problem => ({
  rule: 'stale-tree',
  place: [],
  file: '.',
  reason: `${count(files, 'file')} of the tree ${files === 1 ? 'is' : 'are'} not as the fleet says already, which would get mixed into the upgrade`,
  fix: 'run npx zx scripts/render.mjs, commit what it changes, then upgrade; or add --force',
})

/** Files that the upgrade may change hold other changes, which could not be told apart afterwards. */
export const uncommittedFiles = ([first, ...others]: readonly string[]): Problem => ({
  rule: 'not-committed',
  place: [],
  file: '.',
  reason: `${first}${others.length === 0 ? ' holds' : ` and ${count(others.length, 'other file')} hold`} changes that are not committed, which would get mixed into the upgrade`,
  fix: 'commit or undo them, then upgrade; or add --force',
})
