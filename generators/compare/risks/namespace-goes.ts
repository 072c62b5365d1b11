import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import { keeperOf } from './owner.ts'
import type { Subject } from './subject.ts'

/** A Namespace leaves the tree, with whatever is in it. */
export const namespaceGoes: Hazard = {
  name: 'namespace-goes',
  among: (subject) =>
    subject.objects.flatMap((one): readonly Finding[] => {
      if (one.what !== 'removed' || one.before?.kind !== 'Namespace' || one.before.apiVersion !== 'v1') return []
      const { name } = one.before.metadata
      const keeper = keeperOf(one.before, subject)
      if (keeper === undefined) return [about(one, `is deleted${withIt(name, subject)}`, deleted)]
      return [about(one, `leaves the tree, and stays in the cluster${stillIn(name, subject)}`, kept(keeper))]
    }),
}

const deleted =
  'Kubernetes deletes everything in a namespace with it, claims that are kept from pruning included, and nothing brings that back. Keep the Namespace in the tree, or make backups before this is merged.'

const kept = (keeper: string): string =>
  `It stays because ${keeper}. Whatever else is pruned goes all the same. Delete the namespace by hand once nobody needs what is left in it.`

const withIt = (namespace: string, { cluster }: Subject): string => {
  const components = cluster.before.filter((one) => one.namespace === namespace).map(({ component }) => component)
  const staying = stillIn(namespace, { cluster })
  return `, with everything in it${components.length === 0 ? '' : `: ${listed(components)}`}${staying}`
}

/** Whoever is placed there in the new state as well has nowhere to go. */
const stillIn = (namespace: string, { cluster }: Pick<Subject, 'cluster'>): string => {
  const staying = cluster.after.filter((one) => one.namespace === namespace).map(({ component }) => component)
  return staying.length === 0 ? '' : `, although the tree still places ${listed(staying)} there`
}
