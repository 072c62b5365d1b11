import type { Schemas } from '../../check/schema/schemas.ts'
import { type RuleName, ruleNames } from '../../fleet/exceptions.ts'
import { type Fleet, isFleet } from '../../fleet/fleet.ts'
import type { Exporters } from '../../metrics/exporters.ts'
import type { Problem } from '../../problem.ts'
import { rendered, think } from '../../render.ts'
import type { Note } from '../note.ts'
import { evaluated } from '../print/evaluate.ts'
import type { Program } from '../print/expression.ts'
import type { CatalogueRelease } from './catalogue.ts'
import { componentKey, type DraftComponent } from './component.ts'
import type { Draft, DraftException } from './draft.ts'
import { drafted, type Found } from './drafted.ts'
import { programOf } from './program.ts'

/** What a draft is proved with: the words of a fleet, and what a render needs. */
export interface Proving {
  readonly words: Readonly<Record<string, unknown>>
  readonly schemas: Schemas
  readonly exporters: Exporters
}

export interface Proved {
  readonly draft: Draft
  readonly program: Program
  readonly notes: readonly Note[]
}

/** What was given up so far, so that the draft renders. */
interface Given {
  /** Words of the catalogue that do not fit, by component. */
  readonly plain: ReadonlyMap<string, string>
  /** Components that could not be kept, each with what is wrong with it. */
  readonly without: ReadonlyMap<string, Problem>
  readonly exceptions: readonly DraftException[]
}

/** More rounds would find nothing new: each gives up something. */
const mostRounds = 12

/**
 * Renders the draft in thought until nothing is wrong with it. A component of the catalogue that does not fit becomes the
 * plain release that it was; a rule that what was imported does not keep is switched off there; what cannot be rendered at
 * all is left out. Each is told.
 */
export const proved = (found: Found, catalogue: ReadonlyMap<string, CatalogueRelease>, proving: Proving): Proved => {
  let given: Given = { plain: new Map(), without: new Map(), exceptions: [] }
  for (let round = 1; ; round += 1) {
    const notes = notesOf(given, found)
    const fitting = new Map([...catalogue].filter(([chart]) => !isPlain(chart, found, given)))
    const draft = drafted(found, fitting, {
      without: new Set(given.without.keys()),
      exceptions: given.exceptions,
      notes,
    })
    const program = programOf(draft, proving.words)
    const problems = problemsOf(program, proving)
    if (problems.length === 0 || round === mostRounds)
      return { draft, program, notes: [...notes, ...problems.map(leftOver)] }
    given = problems.reduce((all, problem) => yielding(all, problem, draft), given)
  }
}

const isPlain = (chart: string, { components }: Found, { plain }: Given): boolean =>
  components.some(
    (one) => one.content.kind === 'release' && one.content.chart.name === chart && plain.has(componentKey(one)),
  )

const problemsOf = (program: Program, { words, schemas, exporters }: Proving): readonly Problem[] => {
  const fleet = evaluated(program, words)
  if (!isFleet(fleet)) throw new Error('a draft exports a fleet')
  return rendered(think(fleet as Fleet), { inputs: new Map(), schemas, exporters }).problems
}

const yielding = (given: Given, problem: Problem, { components }: Draft): Given => {
  const { rule, place } = problem
  if (rule === 'exception-used') {
    return { ...given, exceptions: given.exceptions.filter((_, index) => String(index) !== place[1]) }
  }
  const [component] = components.filter((one) => isAt(one, place))
  const key = component === undefined ? undefined : componentKey(component)
  if (component?.content.kind === 'release' && component.content.word !== undefined && key !== undefined) {
    return { ...given, plain: new Map([...given.plain, [key, problem.reason]]) }
  }
  if (isSwitchable(rule))
    return withException(given, { rule, at: exceptionPlace(place), because: `imported: ${problem.reason}` })
  return key === undefined ? given : { ...given, without: new Map([...given.without, [key, problem]]) }
}

const isSwitchable = (rule: string): rule is RuleName => ruleNames.some((name) => name === rule)

const isAt = (
  { namespace, name, clusters }: DraftComponent,
  [room, owner = '', , itsNamespace, itsName]: Problem['place'],
): boolean => {
  if (room === 'clusters') return clusters.has(owner) && itsNamespace === namespace && itsName === name
  return room === 'base' && owner === name
}

/** The component, wherever in it the mistake is. */
const exceptionPlace = (place: Problem['place']): string => {
  const length = place[0] === 'clusters' ? 5 : place[0] === 'environments' ? 3 : 2
  return place.slice(0, length).join('.')
}

const withException = (given: Given, exception: DraftException): Given =>
  given.exceptions.some(({ rule, at }) => rule === exception.rule && at === exception.at)
    ? given
    : { ...given, exceptions: [...given.exceptions, exception] }

const notesOf = ({ plain, without, exceptions }: Given, { components }: Found): Note[] => {
  const originOf = (key: string) => {
    const origin = components.find((one) => componentKey(one) === key)?.origin
    return origin === undefined ? {} : { origin }
  }
  return [
    ...[...plain].map(
      ([component, reason]): Note => ({
        kind: 'decide',
        ...originOf(component),
        what: component,
        why: `is in the catalogue, but would not render as that: ${reason}`,
        fix: "keep it as it is, or make it the catalogue's once that is put right",
        component,
      }),
    ),
    ...[...without].map(
      ([key, { reason, fix }]): Note => ({
        kind: 'skipped',
        ...originOf(key),
        what: key,
        why: `cannot be rendered: ${reason}`,
        fix,
      }),
    ),
    ...exceptions.map(
      ({ rule, at, because }): Note => ({
        kind: 'decide',
        what: at,
        why: `does not keep the rule ${rule}: ${because.replace('imported: ', '')}`,
        fix: 'put it right, and remove the exception',
      }),
    ),
  ]
}

const leftOver = ({ place, reason, fix }: Problem): Note => ({
  kind: 'decide',
  what: place.join('.'),
  why: reason,
  fix,
})
