import { shown } from '../fleet/checks/check.ts'
import type { PlacedComponent } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'

/** What came of asking a component's definition. */
export type Attempt<T> = { readonly value: T } | { readonly problem: Problem }

/** Asks a component's definition, which may be the user's own. Whatever it throws is a problem of that component. */
export const attempt = <T>({ name, place }: Pick<PlacedComponent, 'name' | 'place'>, ask: () => T): Attempt<T> => {
  try {
    return { value: ask() }
  } catch (thrown) {
    const reason = `${name} cannot be worked out: ${thrown instanceof Error ? told(thrown) : shown(thrown)}`
    return {
      problem: {
        rule: 'component-fails',
        place,
        reason,
        fix: 'correct the function that fails, or what it is given here',
      },
    }
  }
}

const told = ({ name, message }: Error): string => `${name === 'Error' ? '' : `${name}: `}${message.split('\n', 1)[0]}`

/** What came of it, or nothing and a problem more. */
export const kept = <T>(attempted: Attempt<T>, problems: Problem[]): readonly T[] => {
  if ('value' in attempted) return [attempted.value]
  problems.push(attempted.problem)
  return []
}
