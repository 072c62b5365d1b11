import { nearest } from '../../nearest.ts'
import type { Place, Problem } from '../../problem.ts'
import { anything, listOf, oneOf, shape, shown } from '../checks/check.ts'
import { objectName, text } from '../checks/scalars.ts'
import type { Cluster } from '../cluster.ts'
import { controlPlaneParts, distributions, networks } from '../traits.ts'
import type { CompleteCluster, CompleteEnvironment } from './complete-fleet.ts'
import { completeNamespace } from './namespace.ts'

const settingsCheck = shape(
  'cluster',
  {
    engine: oneOf('known-engine', 'engine', ['flux']),
    environment: anything,
    distribution: oneOf('known-distribution', 'distribution', Object.keys(distributions)),
    network: oneOf('known-network', 'network', networks),
    storageClass: objectName,
    storageClasses: listOf(objectName),
    exposes: listOf(oneOf('known-part', 'part of the control plane', controlPlaneParts)),
    crds: listOf(text),
    namespaces: anything,
  },
  ['environment', 'distribution', 'network', 'namespaces'],
)

/** A cluster without an environment cannot be planned, so it yields nothing but problems. */
export const completeCluster = (
  name: string,
  value: unknown,
  environments: readonly CompleteEnvironment[],
  place: Place,
  problems: Problem[],
): readonly CompleteCluster[] => {
  problems.push(...objectName(name, place), ...settingsCheck(value, place))
  const cluster = (value ?? {}) as Partial<Cluster>
  const environment = environments.find((one) => one.name === cluster.environment)
  const namespaces = Object.entries(cluster.namespaces ?? {}).map(([namespace, content]) =>
    completeNamespace(namespace, content, [...place, 'namespaces', namespace], problems),
  )
  if (environment === undefined) {
    if (cluster.environment !== undefined) problems.push(noEnvironment(cluster.environment, environments, place))
    return []
  }
  const distribution = cluster.distribution ?? 'managed'
  return [
    {
      name,
      place,
      engine: 'flux',
      environment,
      distribution,
      network: cluster.network ?? 'flannel',
      ...(cluster.storageClass === undefined ? {} : { storageClass: cluster.storageClass }),
      storageClasses: cluster.storageClasses ?? [],
      exposes: cluster.exposes ?? distributions[distribution]?.exposes ?? [],
      crds: cluster.crds ?? [],
      namespaces,
    },
  ]
}

const noEnvironment = (wanted: unknown, environments: readonly CompleteEnvironment[], place: Place): Problem => {
  const names = environments.map(({ name }) => name)
  const guess = nearest(String(wanted), names)
  return {
    rule: 'known-environment',
    place: [...place, 'environment'],
    reason: `there is no environment ${shown(wanted)}`,
    fix:
      guess === undefined
        ? `write one of: ${names.join(', ')}`
        : `write '${guess}', or add ${shown(wanted)} to environments`,
  }
}
