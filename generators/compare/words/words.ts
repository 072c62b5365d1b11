import type { Change, ObjectChange, ReleaseChange } from '../change.ts'
import { chartedWords } from './charted.ts'
import { controlWords } from './control.ts'
import { dashboardWords } from './dashboards.ts'
import { imageWords } from './images.ts'
import { inventory, wholeObjectWords } from './objects.ts'
import { otherWords } from './others.ts'
import { processWords } from './process.ts'
import { isToldByRelease, releaseWords } from './release.ts'
import { ruleWords } from './rules.ts'
import { isSource, secretWords } from './secrets.ts'
import { serviceWords } from './services.ts'
import { settingWords } from './settings.ts'
import { leavesOf, type Teller, type Thing, type Told, tellers } from './telling.ts'

/** A reviewer has two minutes: what is said beyond these lines is only counted. */
const most = 8

/** What a change of a component means, a line each, the best known first. */
export const wordsOf = (change: Change, component: string): readonly string[] => {
  const { what, release, objects, control, charted } = change
  if (what !== 'changed') return [wholeWords(change)]
  const values = valuesTold(release, component)
  const theirs = objects
    .filter((one) => one.what === 'changed' && !isSource(one))
    .map((one) => told(one, component, known))
  const handling = control.filter(isChanged).map((one) => told(one, component, handlers, release))
  return shortened(
    [
      ...releaseWords(release, component),
      ...[values, ...theirs].flatMap(({ words }) => words),
      ...secretWords(objects),
      ...wholeObjectWords(objects.filter((one) => !isSource(one))),
      ...handling.flatMap(({ words }) => words),
      ...wholeObjectWords(control),
      ...(charted === undefined ? [] : chartedWords(charted, component)),
    ],
    [values, ...theirs, ...handling].flatMap(({ others }) => others),
  )
}

/** In their order: a rule is no setting although it has a name like one. */
const known: Teller = tellers(ruleWords, dashboardWords, serviceWords, imageWords, settingWords, processWords)
const handlers: Teller = controlWords

interface Said extends Pick<Told, 'words'> {
  readonly others: readonly string[]
}

const isChanged = ({ what }: ObjectChange): boolean => what === 'changed'

const valuesTold = (release: ReleaseChange | undefined, component: string): Said =>
  saidOf({ component, leaves: leavesOf(release?.values ?? []) }, known)

const told = (object: ObjectChange, component: string, teller: Teller, release?: ReleaseChange): Said => {
  const thing: Thing = { component, object, leaves: leavesOf(object.fields) }
  return saidOf({ ...thing, leaves: thing.leaves.filter((leaf) => !isToldByRelease(leaf, thing, release)) }, teller)
}

const saidOf = (thing: Thing, teller: Teller): Said => {
  const { words, rest } = teller(thing)
  return { words, others: otherWords({ ...thing, leaves: rest }).words }
}

/** All of a component comes or goes. */
const wholeWords = ({ what, release, objects }: Change): string => {
  const chart = release?.version?.after ?? release?.version?.before
  const parts = [
    ...(release === undefined ? [] : [`chart ${release.chart} ${chart ?? ''}`.trim()]),
    ...inventory(objects.flatMap(({ after, before }) => after ?? before ?? [])),
  ]
  return `${what === 'added' ? 'new' : 'goes away'}: ${parts.join(', ') || 'without objects'}`
}

const shortened = (first: readonly string[], others: readonly string[]): readonly string[] => {
  const all = [...new Set([...first, ...others])]
  if (all.length <= most + 1) return all
  const cut = all.slice(most)
  const noun = cut.every((words) => words.startsWith('values.')) ? 'values' : 'changes'
  return [...all.slice(0, most), `and ${cut.length} other ${noun}`]
}
