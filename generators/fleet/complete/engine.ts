import type { Place, Problem } from '../../problem.ts'
import type { CompleteCluster, CompleteNamespace } from './complete-fleet.ts'

/** What a cluster says that its engine has no use for, or cannot do. `given` is the cluster as it was written. */
export const engineProblems = (
  cluster: CompleteCluster,
  given: Readonly<Record<string, unknown>>,
): readonly Problem[] =>
  cluster.engine === 'flux'
    ? given.argo === undefined
      ? []
      : [mixed([...cluster.place, 'argo'], `${cluster.name} is reconciled by Flux, and these settings are for Argo CD`)]
    : [...takenProject(cluster), ...cluster.namespaces.flatMap((one) => [...ownHome(one, cluster), ...encrypted(one)])]

const mixed = (place: Place, reason: string): Problem => ({
  rule: 'one-engine',
  place,
  reason,
  fix: 'remove them, or make the cluster by argo({ … })',
})

/** The root Application's project is called like the cluster. */
const takenProject = ({ name, place }: CompleteCluster): readonly Problem[] =>
  name === 'default'
    ? [
        {
          rule: 'name',
          place,
          reason: 'a cluster of Argo CD cannot be called default: every Argo CD has a project of that name, for others',
          fix: 'give it another name',
        },
      ]
    : []

const ownHome = ({ name, place, settings }: CompleteNamespace, { argo }: CompleteCluster): readonly Problem[] =>
  name === argo.namespace && !settings.exists
    ? [
        {
          rule: 'one-engine',
          place,
          reason: `the namespace ${name} is made when Argo CD is installed, and would change hands`,
          fix: 'say that it is there already: namespace({ exists: true }, […])',
        },
      ]
    : []

const encrypted = ({ place, settings }: CompleteNamespace): readonly Problem[] =>
  Object.entries(settings.secrets)
    .filter(([, { from }]) => from === 'sops')
    .map(([name]) => ({
      rule: 'one-engine',
      place: [...place, 'secrets', name],
      reason: `Argo CD decrypts nothing, and would apply the Secret ${name} as it is encrypted`,
      fix: 'write externalSecret({ … }), or existing() and make it by hand',
    }))
