import type { ObjectChange } from '../change.ts'
import { identityText } from '../identity.ts'
import type { Risk } from '../review.ts'
import type { Subject } from './subject.ts'

/** Something that a change is searched for. */
export interface Hazard {
  /** In kebab-case, as reports and people name it. */
  readonly name: string
  readonly among: (subject: Subject) => readonly Finding[]
}

/** A risk, but for the name of its kind. */
export type Finding = Omit<Risk, 'name'>

/** A finding about one object, whose name begins the sentence: `is deleted` becomes `Secret monitoring/login is deleted`. */
export const about = ({ identity }: Pick<ObjectChange, 'identity'>, happens: string, because: string): Finding => ({
  what: `${identityText(identity)} ${happens}`,
  because,
  object: identity,
})
