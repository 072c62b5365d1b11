import { isRecord } from '../../fleet/checks/check.ts'
import { objectPlace, valuePlace } from '../../plan/written-at.ts'
import type { Place, Problem } from '../../problem.ts'
import type { Rule, Shared } from '../rule.ts'

export const nodePortOnce: Rule = {
  name: 'node-port-once',
  because: 'the second Service with a NodePort that is taken is refused by the API server, long after the merge',
  check: ({ cluster, once }) =>
    taken(cluster.placements.flatMap((by) => once(by, nodePortsOf).map((asked) => ({ ...asked, owner: by.place })))),
}

/** A port of every node, and who asks for it. */
interface Asked extends NodePort {
  readonly by: string
  /** Where the fleet says so, when not where its owner stands: looked for only when it matters. */
  readonly place: (owner: Place) => Place
}

const taken = (asked: readonly (Asked & { readonly owner: Place })[]): readonly Problem[] => {
  const first = new Map<string, Asked>()
  return asked.flatMap((one) => {
    const key = `${one.port} ${one.protocol}`
    const other = first.get(key)
    if (other === undefined) first.set(key, one)
    if (other === undefined) return []
    return [
      {
        rule: nodePortOnce.name,
        place: one.place(one.owner),
        reason: `NodePort ${one.port} of ${one.by} is taken by ${other.by}`,
        fix: 'give one of them another port from 30000 to 32767',
      },
    ]
  })
}

const nodePortsOf = ({ layer, effective }: Shared): readonly Asked[] => {
  if (effective.kind === 'helm') {
    return nodePorts(effective.values).map((one) => ({
      ...one,
      by: `${layer.name} (${one.path.join('.')})`,
      place: (owner) => (layer.kind === 'helm' ? valuePlace(layer, one.path, owner) : owner),
    }))
  }
  return effective.objects.flatMap((object, index) =>
    nodePorts(object).map((one) => ({
      ...one,
      by: `${object.kind} ${layer.namespace}/${object.metadata.name}`,
      place: (owner: Place) => (layer.kind === 'manifests' ? objectPlace(layer, index, one.path) : owner),
    })),
  )
}

interface NodePort {
  readonly port: number
  readonly protocol: string
  readonly path: readonly string[]
}

/** Charts ask for NodePorts under many names, all of which end alike. A Service of another type leaves them unused. */
const nodePorts = (value: unknown, path: readonly string[] = []): readonly NodePort[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => nodePorts(one, [...path, String(index)]))
  if (!isRecord(value) || value.type === 'ClusterIP') return []
  const protocol = typeof value.protocol === 'string' ? value.protocol : 'TCP'
  return Object.entries(value).flatMap(([key, inner]): readonly NodePort[] => {
    const here = [...path, key]
    const port = /nodePort$/i.test(key) || /nodePorts$/i.test(path.at(-1) ?? '') ? numberOf(inner) : undefined
    return port === undefined ? nodePorts(inner, here) : [{ port, protocol, path: here }]
  })
}

/** Charts take a port as a number or as text; empty, or 0, is none. */
const numberOf = (value: unknown): number | undefined => {
  if (typeof value !== 'number' && !(typeof value === 'string' && /^\d+$/.test(value))) return undefined
  return Number(value) === 0 ? undefined : Number(value)
}
