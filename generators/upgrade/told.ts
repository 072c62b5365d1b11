import type { Review } from '../compare/review.ts'
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
  const written = files.flatMap(({ path, does, difference }) =>
    does === 'keep' ? [] : [`  ${done[does].padEnd('changed'.length)}  ${path}`, ...differenceLines(difference, color)],
  )
  const kept = files.filter(({ does }) => does === 'keep')
  return [
    ...(changes.length === 0 ? [] : ['', bold('The words of the fleet'), ...wordLines(changes)]),
    ...(written.length === 0 ? [] : ['', bold('Files of yours'), ...written]),
    ...(kept.length === 0
      ? []
      : ['', bold('Kept as you have them'), ...kept.flatMap((file) => keptLines(file, to, color))]),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

export const wordLines = (changes: Upgrade['changes']): readonly string[] =>
  changes.map(({ version, changed }) => `  ${version}: ${changed}`)

const keptLines = ({ path, difference }: FileUpgrade, to: string, color: boolean): readonly string[] =>
  difference === ''
    ? [`  ${path}`]
    : [`  ${path}, of which ${to} would have another one:`, ...differenceLines(difference, color)]

const differenceLines = (difference: string, color: boolean): readonly string[] => {
  const lines = difference.split('\n').filter((line) => !line.startsWith('@@'))
  return paintDifference(lines.join('\n'), color).replaceAll(/^/gm, '    ').split('\n')
}

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
