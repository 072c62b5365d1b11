import type { Problem } from '../../problem.ts'
import { anything, mapOf, shape } from '../checks/check.ts'
import { text, url } from '../checks/scalars.ts'
import { sound } from '../checks/sound.ts'
import type { Fleet } from '../fleet.ts'
import { completeCluster } from './cluster.ts'
import type { CompleteFleet } from './complete-fleet.ts'
import { componentLists } from './components.ts'
import { completeEnvironment } from './environment.ts'
import { completeExceptions, exceptionsCheck, misplaced } from './exceptions.ts'
import { federated } from './federation.ts'
import { withoutBroken } from './without-broken.ts'

const fleetCheck = shape(
  'the fleet',
  {
    repository: shape('repository', { url, branch: text }, ['url', 'branch']),
    base: anything,
    environments: mapOf(anything),
    clusters: mapOf(anything),
    exceptions: exceptionsCheck,
  },
  ['repository', 'environments', 'clusters'],
)

/** Fills in what the fleet leaves out and finds what is wrong with it as written, all at once. */
export const complete = (fleet: Fleet): { readonly fleet: CompleteFleet; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const completeComponents = componentLists()
  const given: Partial<Fleet> = sound(fleetCheck, fleet, [], problems)
  const environments = Object.entries(given.environments ?? {}).map(([name, value]) =>
    completeEnvironment(name, value, ['environments', name], problems, completeComponents),
  )
  const base = completeComponents(given.base, ['base'], problems).components
  const clusters = Object.entries(given.clusters ?? {}).flatMap(([name, value]) =>
    completeCluster(name, value, environments, ['clusters', name], problems, completeComponents),
  )
  const repository = { url: '', branch: '', ...given.repository }
  const isWhole = clusters.length === Object.keys(given.clusters ?? {}).length
  const told = federated(clusters, problems, isWhole)
  const exceptions = completeExceptions(given.exceptions)
  const filled = withoutBroken({ repository, base, environments, clusters: told, exceptions, isWhole }, problems)
  // What was left out for another mistake is not missed as well.
  return filled.problems.length > 0 ? filled : { ...filled, problems: misplaced(filled.fleet) }
}
