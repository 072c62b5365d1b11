import type { Plan } from '../plan/placement.ts'
import type { Problem } from '../problem.ts'
import type { Schemas } from './schema/schemas.ts'

/** What a rule may look at: the plan, and the files of people that it names. */
export interface Subject {
  readonly plan: Plan
  /** Text of each file in `reads`; undefined for one that is not there. */
  readonly inputs: ReadonlyMap<string, string | undefined>
  readonly schemas: Schemas
}

/** A mistake that can no longer be committed. */
export interface Rule {
  /** In kebab-case, as problems and people name it. */
  readonly name: string
  /** What happened to whom, in a sentence. */
  readonly because: string
  readonly check: (subject: Subject) => readonly Problem[]
}
