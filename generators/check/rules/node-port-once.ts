import { isRecord } from '../../fleet/checks/check.ts'
import type { Placement } from '../../plan/placement.ts'
import { objectPlace, valuePlace } from '../../plan/written-at.ts'
import type { Place, Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const nodePortOnce: Rule = {
  name: 'node-port-once',
  because: 'the second Service with a NodePort that is taken is refused by the API server, long after the merge',
  check: ({ cluster }) => taken(cluster.placements.flatMap(nodePortsOf)),
}

/** A port of every node, and who asks for it. */
interface Asked extends NodePort {
  readonly by: string
  /** Where the fleet says so: looked for only when it matters. */
  readonly place: () => Place
}

const taken = (asked: readonly Asked[]): readonly Problem[] => {
  const first = new Map<string, Asked>()
  return asked.flatMap((one) => {
    const key = `${one.port} ${one.protocol}`
    const other = first.get(key)
    if (other === undefined) first.set(key, one)
    if (other === undefined) return []
    return [
      {
        rule: nodePortOnce.name,
        place: one.place(),
        reason: `NodePort ${one.port} of ${one.by} is taken by ${other.by}`,
        fix: 'give one of them another port from 30000 to 32767',
      },
    ]
  })
}

const nodePortsOf = ({ name, namespace, layer, effective, place }: Placement): readonly Asked[] => {
  if (effective.kind === 'helm') {
    return nodePorts(effective.values).map((one) => ({
      ...one,
      by: `${name} (${one.path.join('.')})`,
      place: () => (layer.kind === 'helm' ? valuePlace(layer, one.path, place) : place),
    }))
  }
  return effective.objects.flatMap((object, index) =>
    nodePorts(object).map((one) => ({
      ...one,
      by: `${object.kind} ${namespace.name}/${object.metadata.name}`,
      place: () => (layer.kind === 'manifests' ? objectPlace(layer, index, one.path) : place),
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
