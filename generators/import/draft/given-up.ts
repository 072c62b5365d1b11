import { type RuleName, ruleNames } from '../../fleet/exceptions.ts'
import type { Problem } from '../../problem.ts'
import type { Note } from '../note.ts'
import { componentKey, type DraftComponent } from './component.ts'
import type { Draft, DraftException } from './draft.ts'
import type { Found } from './drafted.ts'

/** What was given up so far, so that the draft renders. */
export interface Given {
  /** Words of the catalogue that do not fit, by component. */
  readonly plain: ReadonlyMap<string, string>
  /** Components that could not be kept, each with what is wrong with it. */
  readonly without: ReadonlyMap<string, Problem>
  readonly exceptions: readonly DraftException[]
}

/** Gives up what stands in the way of a problem's being none. */
export const yielding = (given: Given, problem: Problem, { components }: Draft): Given => {
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

/** What was given up, for people. */
export const notesOf = ({ plain, without, exceptions }: Given, { components }: Found): Note[] => {
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
