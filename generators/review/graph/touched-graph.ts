import { recordsIn } from '../../check/pods.ts'
import type { Deployed, DeployedPair } from '../../compare/deployed.ts'
import type { ChangeGroup } from '../../compare/review.ts'
import { grouped } from '../../grouped.ts'
import { at } from '../../plan/values.ts'
import { count } from '../count.ts'
import type { Edge, Graph, Node } from './graph.ts'

/** More than this nobody can read in a picture. */
const most = 60

/**
 * What a change touches, by environment, and what waits for what among it and directly before it. Undefined where there is
 * too much of it, or too little to need a picture.
 */
export const touchedGraph = (
  groups: readonly ChangeGroup[],
  pairs: readonly DeployedPair[],
  title: string,
): Graph | undefined => {
  const byComponent = grouped(pairs, (pair) => keyOf(environmentOf(pair), pair.component))
  const touched = new Map(groups.map((group) => [keyOf(group.environment, group.component), group]))
  const nodes = new Map(
    [...touched].map(([key, group]) => [key, node(key, group.environment, group.component, detailOf(group))]),
  )
  const edges = new Map<string, Edge>()
  for (const [key, group] of touched) {
    for (const name of new Set((byComponent.get(key) ?? []).flatMap(precedents))) {
      const from = keyOf(group.environment, name)
      if (!nodes.has(from)) nodes.set(from, node(from, group.environment, name))
      edges.set(`${from} ${key}`, { from, to: key, kind: 'waits', what: [] })
    }
  }
  if (edges.size === 0 || nodes.size > most) return undefined
  return { title, nodes: [...nodes.values()], edges: [...edges.values()] }
}

const keyOf = (environment: string, component: string): string => `${environment}/${component}`

const environmentOf = ({ before, after }: DeployedPair): string => (after ?? before)?.environment ?? ''

const node = (id: string, environment: string, name: string, detail?: string): Node => ({
  id,
  name,
  within: [{ id: environment, name: environment }],
  ...(detail !== undefined && { detail }),
})

const detailOf = ({ change, clusters }: ChangeGroup): string => `${change.what} in ${count(clusters.length, 'cluster')}`

/** Components that its Flux Kustomization waits for, by their names. */
const precedents = ({ before, after }: DeployedPair): readonly string[] => [before, after].flatMap(dependenciesOf)

const dependenciesOf = (deployed: Deployed | undefined): readonly string[] =>
  (deployed?.control ?? []).flatMap(({ spec }) =>
    recordsIn(at(spec, 'dependsOn')).flatMap(({ record: { name } }) => (typeof name === 'string' ? [name] : [])),
  )
