import type { Change, ObjectChange } from '../../compare/change.ts'
import { objectSides, type Sides, sidesOf } from '../sides.ts'
import { unified } from '../unified.ts'

/** A difference with what it is of, ready to stand in a block of code. */
export interface Difference {
  /** `Deployment monitoring/web`, `values of kube-prometheus-stack` */
  readonly of: string
  /** In unified form, without the two lines that name files. */
  readonly text: string
}

/** Every difference of a change, in the order of its sides. */
export const differencesOf = (change: Change): readonly Difference[] => sidesOf(change).map(difference)

export const objectDifference = (change: ObjectChange): Difference => difference(objectSides(change))

const difference = ({ of, before, after }: Sides): Difference => ({ of, text: unified(before, after) })
