import { count } from './count.ts'
import { changesOf, type Outcome } from './outcome.ts'

/** What a render did, as a line: `12 files written (2 new, 10 changed), 1 pruned, 231 unchanged.` */
export const summary = (outcome: Outcome): string => {
  const { created, changed, pruned, unchanged } = outcome
  if (isUpToDate(outcome)) return `Nothing to do: ${asTheFleetSays(unchanged)}.\n`
  const written = created.length + changed.length
  const parts = [
    written > 0 && `${count(written, 'file')} written (${listed(some(created, 'new'), some(changed, 'changed'))})`,
    pruned.length > 0 && `${written > 0 ? pruned.length : count(pruned.length, 'file')} pruned`,
    unchanged > 0 && `${unchanged} unchanged`,
  ]
  return `${listed(...parts)}.\n`
}

/** What a render would do: a line for each file that differs, how many there are, and what to do about it. */
export const checkSummary = (outcome: Outcome): string => {
  if (isUpToDate(outcome)) return `Up to date: ${asTheFleetSays(outcome.unchanged)}.\n`
  const changes = changesOf(outcome)
  return [
    ...changes.map(({ path, change }) => `${change.padEnd('changed'.length)}  ${path}\n`),
    `\n${count(changes.length, 'file')} differ${changes.length === 1 ? 's' : ''} from the fleet: run npx zx scripts/render.mjs\n`,
  ].join('')
}

/** The same for machines. The fields are stable; the lists hold paths, in order. */
export const summaryAsJson = ({ created, changed, pruned, unchanged }: Outcome) => ({
  created: paths(created),
  changed: paths(changed),
  pruned: paths(pruned),
  unchanged,
})

export const isUpToDate = ({ created, changed, pruned }: Outcome): boolean =>
  created.length + changed.length + pruned.length === 0

const paths = (files: Outcome['created']): string[] => files.map(({ path }) => path).sort()

const some = (files: Outcome['created'], what: string) => files.length > 0 && `${files.length} ${what}`

const listed = (...parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(', ')

const asTheFleetSays = (files: number): string =>
  `${count(files, 'file')} ${files === 1 ? 'is' : 'are'} as the fleet says`
