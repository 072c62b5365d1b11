import { immutableFields } from '../../check/immutable.ts'
import { at, equal } from '../../plan/values.ts'
import type { ObjectChange } from '../change.ts'
import { changedLeaves } from './changed-leaves.ts'
import { claimsOfStatefulSets } from './chart-claims.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import type { Subject } from './subject.ts'

/** A field changes that the API server lets nobody change, so that the rollout fails. */
export const immutableField: Hazard = {
  name: 'immutable-field',
  among: (subject) => [...subject.objects.flatMap(inObject), ...inRelease(subject)],
}

const inObject = (one: ObjectChange): readonly Finding[] => {
  const { before, after } = one
  if (one.what !== 'changed' || before === undefined || after === undefined) return []
  const fields = Object.hasOwn(immutableFields, after.kind) ? (immutableFields[after.kind] ?? []) : []
  const changed = fields.filter((path) => !toldElsewhere.has(path) && !equal(at(before, path), at(after, path)))
  return changed.length === 0
    ? []
    : [about(one, `changes ${listed(changed)}, which cannot be changed`, advice(after.kind))]
}

/** A storage class is a risk of its own. */
const toldElsewhere: ReadonlySet<string> = new Set(['spec.storageClassName'])

const advice = (kind: string): string =>
  kind === 'StatefulSet'
    ? 'The API server refuses it, and the rollout fails at every try. Leave it as it was, or delete the StatefulSet in the cluster with --cascade=orphan just before this is applied: its Pods and claims stay.'
    : `The API server refuses it, and the rollout fails at every try. Leave it as it was, give the ${kind} another name, or delete it in the cluster just before this is applied.`

/** What is told to a chart that hands it on to a StatefulSet's claims. */
const inRelease = ({ pair, release }: Subject): readonly Finding[] => {
  const before = pair.before?.content.release
  const after = pair.after?.content.release
  if (before === undefined || after === undefined || before.chart.name !== after.chart.name) return []
  const claims = claimsOfStatefulSets(after.chart.name, after.values)
  const changed = changedLeaves(release.before, release.after)
    .filter(
      ({ before: was, after: is, path }) => was !== undefined && is !== undefined && claims.includes(claimIn(path)),
    )
    .map(({ path }) => path)
  if (changed.length === 0) return []
  return [
    {
      what: `the release ${after.name} changes ${listed(changed)}, which becomes part of a StatefulSet's claims`,
      because: advice('StatefulSet'),
    },
  ]
}

/** `persistence.size` and `persistence.storageClass` are both of `persistence`. */
const claimIn = (path: string): string => path.replace(/\.(size|storageClass(Name)?)$/, '')
