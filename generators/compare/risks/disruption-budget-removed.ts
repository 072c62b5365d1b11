import { at } from '../../plan/values.ts'
import { changedLeaves } from './changed-leaves.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { selects } from './network-peers.ts'
import { objectsAfter, type Subject } from './subject.ts'

/** What keeps enough Pods of something alive while nodes are emptied goes away, and the Pods stay. */
export const disruptionBudgetRemoved: Hazard = {
  name: 'disruption-budget-removed',
  among: (subject) => [...objects(subject), ...switchedOff(subject)],
}

const because =
  'All its Pods may be evicted at once when nodes are updated or emptied. Keep a budget that leaves one of them, unless it may be gone for a while.'

const objects = (subject: Subject): readonly Finding[] =>
  subject.objects.flatMap((one) => {
    const { before, what } = one
    if (what !== 'removed' || before?.kind !== 'PodDisruptionBudget') return []
    const stays = objectsAfter(subject).some(
      ({ metadata, spec }) =>
        metadata.namespace === before.metadata.namespace &&
        at(spec, 'template.spec') !== undefined &&
        selects(at(before.spec, 'selector'), { matchLabels: at(spec, 'template.metadata.labels') }),
    )
    return stays ? [about(one, 'goes away, while its Pods stay', because)] : []
  })

const switchedOff = ({ release, pair }: Subject): readonly Finding[] =>
  changedLeaves(release.before, release.after)
    .filter(({ path, before, after }) => before === true && after === false && budget.test(path))
    .map(({ path }) => ({
      what: `the release ${pair.after?.content.release?.name} is told to keep no Pods alive (${path})`,
      because,
    }))

const budget = /(^|\.)(podDisruptionBudget|pdb)\.(enabled|create)$/i
