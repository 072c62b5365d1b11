import type { Place, Problem } from '../../problem.ts'
import { type Leaf, leafPlace, leavesIn, mapAround, type PlacedLeaf } from '../leaves.ts'
import type { Question, Rule, Shared } from '../rule.ts'

export const nodePortOnce: Rule = {
  name: 'node-port-once',
  because: 'the second Service with a NodePort that is taken is refused by the API server, long after the merge',
  check: ({ cluster, once }) =>
    taken(cluster.placements.flatMap((by) => once(by, nodePortsOf).map((asked) => ({ ...asked, owner: by.place })))),
}

/** A port of every node, and who asks for it. */
interface Asked {
  readonly port: number
  readonly protocol: string
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

const nodePortsOf: Question<readonly Asked[]> = (shared, ask) =>
  ask(leavesIn)
    .filter((leaf) => numberOf(leaf.value) !== undefined && isPortName(leaf))
    .map((leaf) => ({ port: Number(leaf.value), protocol: protocolOf(leaf), ...toldBy(leaf, shared) }))

/** Charts ask for NodePorts under many names, all of which end alike. A Service of another type leaves them unused. */
const isPortName = ({ key, path, within }: Leaf): boolean =>
  (/nodePort$/i.test(key) || /nodePorts$/i.test(path.at(-2) ?? '')) &&
  !within.some((one) => 'type' in one && one.type === 'ClusterIP')

const protocolOf = (leaf: Leaf): string => {
  const protocol = mapAround(leaf)?.protocol
  return typeof protocol === 'string' ? protocol : 'TCP'
}

const toldBy = (leaf: PlacedLeaf, shared: Shared): Pick<Asked, 'by' | 'place'> => {
  const { layer, effective } = shared
  const object = effective.kind === 'helm' || leaf.index === undefined ? undefined : effective.objects[leaf.index]
  return {
    by:
      object === undefined
        ? `${layer.name} (${leaf.path.join('.')})`
        : `${object.kind} ${layer.namespace}/${object.metadata.name}`,
    place: (owner) => leafPlace(leaf, shared, owner),
  }
}

/** Charts take a port as a number or as text; empty, or 0, is none. */
const numberOf = (value: unknown): number | undefined => {
  if (typeof value !== 'number' && !(typeof value === 'string' && /^\d+$/.test(value))) return undefined
  return Number(value) === 0 ? undefined : Number(value)
}
