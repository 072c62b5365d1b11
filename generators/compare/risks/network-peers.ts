import { BlockList } from 'node:net'
import { recordsIn } from '../../check/pods.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import { equal } from '../../plan/values.ts'

/** Somebody who is let through at a port, as a NetworkPolicy says it. Undefined: anybody, or every port. */
export interface Passage {
  readonly peer?: Readonly<Record<string, unknown>>
  readonly port?: Readonly<Record<string, unknown>>
}

/** What the rules of one direction let through. */
export const passagesIn = (rules: unknown, whom: 'from' | 'to'): readonly Passage[] =>
  recordsIn(rules).flatMap(({ record }) => {
    const peers = all(record[whom])
    const ports = all(record.ports)
    return peers.flatMap((peer) =>
      ports.map((port) => ({ ...(peer === undefined ? {} : { peer }), ...(port === undefined ? {} : { port }) })),
    )
  })

/** An empty list means no limit. */
const all = (list: unknown): readonly (Readonly<Record<string, unknown>> | undefined)[] => {
  const records = recordsIn(list).map(({ record }) => record)
  return records.length === 0 ? [undefined] : records
}

/** Whether whoever is let through by one is let through by another. */
export const letsThrough = (known: Passage, one: Passage): boolean =>
  (known.port === undefined || (one.port !== undefined && isPortIn(known.port, one.port))) &&
  (known.peer === undefined || (one.peer !== undefined && isPeerIn(known.peer, one.peer)))

type Fields = Readonly<Record<string, unknown>>

const isPortIn = (known: Fields, one: Fields): boolean => {
  if ((known.protocol ?? 'TCP') !== (one.protocol ?? 'TCP')) return false
  if (known.port === undefined || equal(known, one)) return true
  const from = Number(known.port)
  return Number(one.port) >= from && Number(one.endPort ?? one.port) <= Number(known.endPort ?? from)
}

const isPeerIn = (known: Fields, one: Fields): boolean => {
  if (isRecord(known.ipBlock) && isRecord(one.ipBlock)) return isBlockIn(known.ipBlock, one.ipBlock)
  return (['namespaceSelector', 'podSelector'] as const).every((selector) => {
    // Without one, the namespace of the policy is meant; and all Pods of it.
    if (selector === 'podSelector' && known[selector] === undefined) return isRecord(known.namespaceSelector)
    if (known[selector] === undefined || one[selector] === undefined) {
      return known[selector] === one[selector] || (selector === 'podSelector' && selects(known[selector], {}))
    }
    return selects(known[selector], one[selector])
  })
}

const isBlockIn = (known: Fields, one: Fields): boolean => {
  const [address = '', length = ''] = String(known.cidr).split('/')
  const [inner = '', innerLength = ''] = String(one.cidr).split('/')
  const family = (text: string) => (text.includes(':') ? 'ipv6' : 'ipv4')
  const except = (block: Fields): readonly unknown[] => (Array.isArray(block.except) ? block.except : [])
  if (family(address) !== family(inner) || Number(innerLength) < Number(length)) return false
  if (!except(known).every((part) => except(one).includes(part))) return false
  const block = new BlockList()
  block.addSubnet(address, Number(length), family(address))
  return block.check(inner, family(inner))
}

/** Whether everything that the second selector selects is selected by the first. */
export const selects = (known: unknown, one: unknown): boolean => {
  const [wide, narrow] = [known, one].map((selector) => (isRecord(selector) ? selector : {}))
  const labels = Object.entries(isRecord(wide?.matchLabels) ? wide.matchLabels : {})
  const narrowLabels = isRecord(narrow?.matchLabels) ? narrow.matchLabels : {}
  const expressions = recordsIn(narrow?.matchExpressions).map(({ record }) => record)
  return (
    labels.every(([key, value]) => narrowLabels[key] === value) &&
    recordsIn(wide?.matchExpressions).every(({ record }) => expressions.some((other) => equal(other, record)))
  )
}
