import { nearest } from '../../nearest.ts'
import type { Place, Problem } from '../../problem.ts'
import { anything, isRecord, listOf, mapOf, oneOf, shape, shown } from '../checks/check.ts'
import { nodePools } from '../checks/node-pools.ts'
import { objectName, text } from '../checks/scalars.ts'
import { sound } from '../checks/sound.ts'
import { type ArgoSettings, type Cluster, engines, usualArgoNamespace } from '../cluster.ts'
import { clusterRoles, controlPlaneParts, distributions, networks, traitsOf } from '../traits.ts'
import type { CompleteCluster, CompleteEnvironment } from './complete-fleet.ts'
import type { CompleteComponents } from './components.ts'
import { engineProblems } from './engine.ts'
import { completeNamespace } from './namespace.ts'

const settingsCheck = shape(
  'cluster',
  {
    engine: oneOf('known-engine', 'engine', engines),
    environment: anything,
    distribution: oneOf('known-distribution', 'distribution', Object.keys(distributions)),
    network: oneOf('known-network', 'network', networks),
    argo: shape('argo', { namespace: objectName }),
    role: oneOf('known-role', 'role', clusterRoles),
    id: objectName,
    storageClass: objectName,
    nodePools,
    storageClasses: listOf(objectName),
    exposes: listOf(oneOf('known-part', 'part of the control plane', controlPlaneParts)),
    crds: listOf(text),
    namespaces: mapOf(anything),
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
  completeComponents: CompleteComponents,
): readonly CompleteCluster[] => {
  problems.push(...objectName(name, place))
  if (!isRecord(value)) {
    problems.push({ rule: 'shape', place, reason: `${shown(value)} is no cluster`, fix: 'write flux({ … })' })
    return []
  }
  const cluster: Partial<Cluster> = sound(settingsCheck, value, place, problems)
  const namespaces = Object.entries(cluster.namespaces ?? {}).map(([namespace, content]) =>
    completeNamespace(namespace, content, [...place, 'namespaces', namespace], problems, completeComponents),
  )
  const environment = environmentOf(cluster, environments, place, problems)
  if (environment === undefined) return []
  const distribution = cluster.distribution ?? 'managed'
  const completed: CompleteCluster = {
    name,
    place,
    engine: cluster.engine ?? 'flux',
    argo: { namespace: usualArgoNamespace, ...argoOf(cluster) },
    identity: { id: cluster.id ?? name, ...(cluster.role === undefined ? {} : { role: cluster.role }) },
    environment,
    distribution,
    network: cluster.network ?? 'flannel',
    ...traitsOf(cluster),
    storageClasses: cluster.storageClasses ?? [],
    exposes: cluster.exposes ?? distributions[distribution].exposes,
    crds: cluster.crds ?? [],
    namespaces,
  }
  problems.push(...engineProblems(completed, value))
  return [completed]
}

const argoOf = (cluster: Partial<Cluster>): ArgoSettings => ('argo' in cluster ? (cluster.argo ?? {}) : {})

/** The cluster's environment. One that is misspelt is told, and taken for the nearest, so that the rest is looked at. */
const environmentOf = (
  { environment }: Partial<Cluster>,
  environments: readonly CompleteEnvironment[],
  place: Place,
  problems: Problem[],
): CompleteEnvironment | undefined => {
  const named = (wanted: unknown) => environments.find(({ name }) => name === wanted)
  if (environment === undefined || named(environment) !== undefined) return named(environment)
  const names = environments.map(({ name }) => name)
  const guess = typeof environment === 'string' ? nearest(environment, names) : undefined
  problems.push({
    rule: 'known-environment',
    place: [...place, 'environment'],
    reason: `there is no environment ${shown(environment)}`,
    fix:
      guess === undefined
        ? `write one of: ${names.join(', ')}`
        : `write '${guess}', or add ${shown(environment)} to environments`,
  })
  return named(guess)
}
