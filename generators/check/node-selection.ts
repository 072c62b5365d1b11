import { isRecord } from '../fleet/checks/check.ts'
import type { NodePool } from '../fleet/traits.ts'
import { at } from '../plan/values.ts'
import { recordsIn } from './pods.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a Pod says of the nodes that it may run on: `nodeSelector`, `affinity` and `tolerations`. */
export interface NodeSelection {
  readonly affinity?: unknown
  readonly nodeSelector?: unknown
  readonly tolerations?: unknown
}

/** The nodes of a pool that such a Pod may run on: their names, or what they have in common where they have none. */
export const admits = (pool: NodePool, selection: NodeSelection): boolean =>
  (pool.taints ?? []).every((taint) => isTolerated(taint, selection.tolerations)) &&
  nodesOf(pool).some((labels) => isSelected(labels, selection.nodeSelector) && isWanted(labels, selection.affinity))

const nodesOf = ({ nodes, labels = {} }: NodePool): readonly Fields[] =>
  (nodes ?? []).length === 0 ? [labels] : (nodes ?? []).map((name) => ({ ...labels, 'kubernetes.io/hostname': name }))

const isTolerated = (taint: string, tolerations: unknown): boolean => {
  const [, key = '', value = '', effect = ''] = /^([^=:]+)(?:=([^:]*))?:(.+)$/.exec(taint) ?? []
  if (effect === 'PreferNoSchedule') return true
  return recordsIn(tolerations).some(
    ({ record }) =>
      (record.effect === undefined || record.effect === '' || record.effect === effect) &&
      (record.operator === 'Exists'
        ? record.key === undefined || record.key === '' || record.key === key
        : record.key === key && (record.value ?? '') === value),
  )
}

const isSelected = (labels: Fields, selector: unknown): boolean =>
  !isRecord(selector) || Object.entries(selector).every(([key, value]) => isUsual(key) || labels[key] === value)

/** Every node has these, with values that no pool is told by. */
const isUsual = (key: string): boolean => /^kubernetes\.io\/(os|arch)$/.test(key)

/** Any of its terms will do, and all that a term says must hold. */
const isWanted = (labels: Fields, affinity: unknown): boolean => {
  const terms = recordsIn(at(affinity, 'nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms'))
  return (
    terms.length === 0 ||
    terms.some(({ record }) => recordsIn(record.matchExpressions).every(({ record: one }) => isMet(one, labels)))
  )
}

const isMet = ({ key, operator, values }: Fields, labels: Fields): boolean => {
  const label = labels[String(key)]
  if (isUsual(String(key))) return true
  const isAmong = Array.isArray(values) && values.includes(label)
  switch (operator) {
    case 'In':
      return isAmong
    case 'NotIn':
      return !isAmong
    case 'Exists':
      return label !== undefined
    case 'DoesNotExist':
      return label === undefined
    default:
      return true
  }
}

/** Labels that a node must carry for such a Pod, each with where it is asked for. */
export const labelsAskedFor = ({
  nodeSelector,
  affinity,
}: NodeSelection): readonly { readonly label: string; readonly path: readonly string[] }[] => {
  const required = 'requiredDuringSchedulingIgnoredDuringExecution'
  const terms = recordsIn(at(affinity, `nodeAffinity.${required}.nodeSelectorTerms`))
  return [
    ...Object.keys(isRecord(nodeSelector) ? nodeSelector : {}).map((label) => ({
      label,
      path: ['nodeSelector', label],
    })),
    // With several terms to choose from, none of them has to hold.
    ...(terms.length === 1 ? recordsIn(terms[0]?.record.matchExpressions) : []).flatMap(({ record, index }) =>
      record.operator === 'In' || record.operator === 'Exists'
        ? [
            {
              label: String(record.key),
              path: ['affinity', 'nodeAffinity', required, 'nodeSelectorTerms', '0', 'matchExpressions', String(index)],
            },
          ]
        : [],
    ),
  ]
}
