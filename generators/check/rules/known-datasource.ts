import { nearest } from '../../nearest.ts'
import type { Problem } from '../../problem.ts'
import type { NamedDatasource } from '../queries/asked.ts'
import type { ClusterQueries } from '../queries/cluster-queries.ts'
import type { Rule } from '../rule.ts'

export const knownDatasource: Rule = {
  name: 'known-datasource',
  because: 'every panel of a dashboard named a datasource UID that did not exist, and showed an error instead of data',
  check: ({ queries }) => {
    const cluster = queries()
    if (cluster === undefined) return []
    const strangers = new Map<string, Problem>()
    for (const named of cluster.named) {
      const problem = strange(named, cluster)
      const key = `${named.document} ${named.reference.uid} ${named.reference.variable}`
      if (problem !== undefined && !strangers.has(key)) strangers.set(key, problem)
    }
    return [...strangers.values()]
  },
}

const strange = (named: NamedDatasource, cluster: ClusterQueries): Problem | undefined => {
  const finding = named.reference.variable === undefined ? strangeUid(named, cluster) : strangeVariable(named, cluster)
  if (finding === undefined) return undefined
  const { place, where, document } = named
  const { reason, fix } = finding
  return { rule: knownDatasource.name, place, reason: `${where} of ${document} asks ${reason}`, fix }
}

type Finding = Pick<Problem, 'fix' | 'reason'>

const strangeUid = ({ reference }: NamedDatasource, { cluster, datasources }: ClusterQueries): Finding | undefined => {
  const { uid, type } = reference
  if (uid === undefined || datasources.some((one) => one.uid === uid || one.name === uid)) return undefined
  return {
    reason: `the datasource ${uid}, which does not exist in ${cluster}`,
    fix: instead(uid, type, datasources),
  }
}

const strangeVariable = (
  { reference: { variable, type }, variables }: NamedDatasource,
  { cluster, datasources }: ClusterQueries,
): Finding | undefined => {
  if (variable === undefined) return undefined
  if (!variables.has(variable)) {
    return {
      reason: `the datasource \${${variable}}, a variable that the dashboard does not have`,
      fix: instead(variable, type, datasources),
    }
  }
  if (type === undefined || datasources.some((one) => one.type === type)) return undefined
  return {
    reason: `whichever datasource of the type ${type} there is, and there is none in ${cluster}`,
    fix: 'add a component that provides one',
  }
}

/** One of the same type before one whose UID looks alike. */
const instead = (uid: string, type: string | undefined, datasources: ClusterQueries['datasources']): string => {
  const alike = datasources.filter((one) => one.type === type)
  const known = (alike.length > 0 ? alike : datasources).map((one) => one.uid)
  const guess = nearest(uid, known) ?? (alike.length > 0 ? known[0] : undefined)
  return guess === undefined ? 'add a component that provides the datasource' : `write ${guess}`
}
