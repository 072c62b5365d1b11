import { isRecord } from '../../fleet/checks/check.ts'
import type { Placement } from '../../plan/placement.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const nodePortOnce: Rule = {
  name: 'node-port-once',
  because: 'the second Service with a NodePort that is taken is refused by the API server, long after the merge',
  check: ({ cluster }) => taken(cluster.placements),
}

const taken = (placements: readonly Placement[]): readonly Problem[] => {
  const first = new Map<number, string>()
  return placements.flatMap((placement) =>
    nodePorts(placement.effective.kind === 'helm' ? placement.effective.values : placement.effective.objects).flatMap(
      ({ port, path }) => {
        const what = `${placement.name} (${path.join('.')})`
        const other = first.get(port)
        if (other === undefined) first.set(port, what)
        if (other === undefined) return []
        return [
          {
            rule: nodePortOnce.name,
            place: placement.place,
            reason: `NodePort ${port} of ${what} is taken by ${other}`,
            fix: 'give one of them another port from 30000 to 32767',
          },
        ]
      },
    ),
  )
}

interface NodePort {
  readonly port: number
  readonly path: readonly string[]
}

/** Charts ask for NodePorts under many names, all of which end alike. A type other than NodePort leaves them unused. */
const nodePorts = (value: unknown, path: readonly string[] = []): readonly NodePort[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => nodePorts(one, [...path, String(index)]))
  if (!isRecord(value) || (typeof value.type === 'string' && value.type === 'ClusterIP')) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    /nodePort$/i.test(key) && typeof inner === 'number'
      ? [{ port: inner, path: [...path, key] }]
      : nodePorts(inner, [...path, key]),
  )
}
