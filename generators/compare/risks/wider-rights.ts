import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { ObjectChange } from '../change.ts'
import { dangerOf } from './grant-dangers.ts'
import { type Grant, grantsIn, grantsText, newGrants } from './grants.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'

/** A role allows more than before. One that is new gives nobody anything until it is bound. */
export const widerRights: Hazard = {
  name: 'wider-rights',
  among: ({ objects, release, pair }) => [
    ...objects.flatMap(inRole),
    ...inValues(release.before, release.after).map(
      (grants): Finding => ({
        what: `the release ${pair.after?.content.release?.name ?? pair.component} may ${grantsText(grants, listed)}`,
        because: advice(grants),
      }),
    ),
  ],
}

const inRole = (one: ObjectChange): readonly Finding[] => {
  const { before, after } = one
  if (after === undefined || !isRole(after) || (before === undefined && !isAggregated(after))) return []
  const grants = newGrants(grantsIn(before?.rules), grantsIn(after.rules))
  return grants.length === 0 ? [] : [about(one, `may ${grantsText(grants, listed)}`, advice(grants))]
}

export const isRole = ({ kind }: KubernetesObject): boolean => kind === 'Role' || kind === 'ClusterRole'

/** Its rules become part of others, which are bound already. */
const isAggregated = ({ metadata: { labels = {} } }: KubernetesObject): boolean =>
  Object.keys(labels).some((label) => label.startsWith('rbac.authorization.k8s.io/aggregate-to-'))

export const advice = (grants: readonly Grant[]): string => {
  const danger = dangerOf(grants)
  return `${danger === undefined ? '' : `${danger} `}Check that it is needed for what runs under it, and no narrower right would do.`
}

/** What charts are told to put into roles: lists of rules, wherever they stand. */
const inValues = (before: unknown, after: unknown): readonly (readonly Grant[])[] => {
  if (Array.isArray(after)) {
    const grants = after.some((one) => isRecord(one) && Array.isArray(one.verbs))
      ? newGrants(grantsIn(before), grantsIn(after))
      : []
    return grants.length === 0 ? [] : [grants]
  }
  if (!isRecord(after)) return []
  return Object.entries(after).flatMap(([key, inner]) => inValues(isRecord(before) ? before[key] : undefined, inner))
}
