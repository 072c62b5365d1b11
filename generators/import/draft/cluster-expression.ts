import { call, data, type Expression, type Item, list, type Member, map } from '../print/expression.ts'
import type { DraftCluster, DraftNamespace } from './draft.ts'
import { placing, type Written } from './written.ts'

/** A cluster of the draft: `flux({ … })`. */
export const clusterExpression = (cluster: DraftCluster, written: readonly Written[]): Expression => {
  const { traits, environment, storageClasses, crds, namespaces } = cluster
  const members: readonly Member[] = [
    { name: 'environment', value: data(environment) },
    { name: 'distribution', value: data(traits.distribution), comments: traits.guesses },
    { name: 'network', value: data(traits.network) },
    ...(storageClasses.length === 0 ? [] : classMembers(storageClasses)),
    ...(crds.length === 0 ? [] : [{ name: 'crds', value: data(crds) }]),
    {
      name: 'namespaces',
      value: map(
        Object.fromEntries(
          [...namespaces].map(([name, one]) => [name, namespaceExpression(name, one, cluster, written)]),
        ),
      ),
    },
  ]
  return call('flux', { kind: 'map', members })
}

/** The class that volumes are claimed from where nobody says another is the one that most of them say. */
const classMembers = ([first, ...others]: readonly string[]): readonly Member[] => [
  { name: 'storageClass', value: data(first) },
  ...(others.length === 0 ? [] : [{ name: 'storageClasses', value: data(others) }]),
]

const namespaceExpression = (
  name: string,
  { settings, secrets }: DraftNamespace,
  { name: cluster }: DraftCluster,
  written: readonly Written[],
): Expression => {
  const sources = map(Object.fromEntries(secrets.map((secret) => [secret, call('existing')])))
  const said: Expression = {
    kind: 'map',
    members: [
      ...Object.entries(settings).map(([key, value]) => ({ name: key, value: data(value) })),
      ...(secrets.length === 0 ? [] : [{ name: 'secrets', value: sources }]),
    ],
  }
  const items = written
    .filter(({ component }) => component.namespace === name && component.clusters.has(cluster))
    .map((one) => placed(one, cluster))
  return call('namespace', said, list(items))
}

const placed = (one: Written, cluster: string): Item => {
  const { component, layers, todos } = one
  const after = component.clusters.get(cluster) ?? []
  const options = { ...layers.clusters.get(cluster), ...(after.length === 0 ? {} : { after }) }
  return { value: placing(one, options), comments: todos }
}
