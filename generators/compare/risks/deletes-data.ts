import { at } from '../../plan/values.ts'
import type { ObjectChange } from '../change.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { dataOf } from './holds-data.ts'
import { keeperOf } from './owner.ts'
import type { Subject } from './subject.ts'

/** An object that holds data goes away, or is told to take its data with it. */
export const deletesData: Hazard = {
  name: 'deletes-data',
  among: (subject) => subject.objects.flatMap((one) => [...removed(one, subject), ...toldToDelete(one)]),
}

const removed = (one: ObjectChange, subject: Subject): readonly Finding[] => {
  const fate = one.what === 'removed' && one.before !== undefined ? dataOf(one.before) : undefined
  if (fate === undefined || one.before === undefined) return []
  const keeper = keeperOf(one.before, subject)
  if (keeper !== undefined) {
    return [
      about(
        one,
        'leaves the tree, and stays in the cluster with its data',
        `It stays because ${keeper}. Nothing in Git speaks of it any more: delete it by hand once nobody needs what is on it.`,
      ),
    ]
  }
  if (fate === 'left') {
    return [
      about(
        one,
        'is deleted, and its volumes are left behind',
        'What is on them is out of use, and lost if the namespace or the claims are cleared up. Make a backup, or see who goes on with them under the same names.',
      ),
    ]
  }
  return [
    about(
      one,
      'is deleted, with the data that it holds',
      'Nothing in Git brings that back. Make a backup, or keep it with the annotations of a kept object, before this is merged.',
    ),
  ]
}

const policy = 'spec.persistentVolumeClaimRetentionPolicy'

/** A StatefulSet that will delete its claims the next time that it goes or shrinks. */
const toldToDelete = (one: ObjectChange): readonly Finding[] =>
  one.after?.kind !== 'StatefulSet'
    ? []
    : (['whenDeleted', 'whenScaled'] as const)
        .filter(
          (when) =>
            [at(one.before, `${policy}.${when}`), at(one.after, `${policy}.${when}`)].join() !== 'Delete,Delete',
        )
        .filter((when) => at(one.after, `${policy}.${when}`) === 'Delete')
        .map((when) =>
          about(
            one,
            `deletes its claims ${when === 'whenDeleted' ? 'with itself' : 'when it gets smaller'} from now on`,
            `Today they would stay. Write Retain at persistentVolumeClaimRetentionPolicy.${when} unless the data can be lost.`,
          ),
        )
