import type { KubernetesObject } from '../kubernetes-object.ts'
import type { BuiltTree } from '../verify/built-tree.ts'
import { type Container, containersIn } from './container.ts'

/** A cluster of a federation as the tree has it. */
export interface Member {
  readonly cluster: string
  readonly role: 'edge' | 'hub'
  readonly objects: readonly KubernetesObject[]
  readonly containers: readonly Container[]
}

export interface Federation {
  readonly hub: Member
  readonly edge: Member
}

/** The clusters in the tree that say which part of a federation they are: their collectors do. */
export const membersOf = (built: ReadonlyMap<string, BuiltTree>): readonly Member[] =>
  [...built].flatMap(([cluster, { all }]) => {
    const objects = all.flatMap((folder) => folder.objects)
    const containers = containersIn(cluster, objects)
    const role = containers.flatMap(({ env }) => env).find(({ name }) => name === 'CLUSTER_ROLE')
    const said = role !== undefined && 'value' in role ? role.value : undefined
    return said === 'hub' || said === 'edge' ? [{ cluster, role: said, objects, containers }] : []
  })

/** The hub, and the edge of this name or the first; or what the tree lacks. */
export const federationIn = (
  members: readonly Member[],
  wanted: string | undefined,
): Federation | { readonly lacks: string } => {
  const hub = members.find(({ role }) => role === 'hub')
  if (hub === undefined) return { lacks: 'no cluster in this tree is the hub of a federation' }
  const edges = members.filter(({ role }) => role === 'edge')
  const edge = wanted === undefined ? edges[0] : edges.find(({ cluster }) => cluster === wanted)
  if (edge !== undefined) return { hub, edge }
  const names = edges.map(({ cluster }) => cluster).join(', ')
  return {
    lacks: wanted === undefined ? 'no cluster in this tree is an edge' : `${wanted} is no edge: there is ${names}`,
  }
}
