import type { Problem } from '../../problem.ts'
import { anything, shape } from '../checks/check.ts'
import { text, url } from '../checks/scalars.ts'
import type { Fleet } from '../fleet.ts'
import { completeCluster } from './cluster.ts'
import type { CompleteFleet } from './complete-fleet.ts'
import { completeComponents } from './components.ts'
import { completeEnvironment } from './environment.ts'

const fleetCheck = shape(
  'the fleet',
  {
    repository: shape('repository', { url, branch: text }, ['url', 'branch']),
    base: anything,
    environments: anything,
    clusters: anything,
  },
  ['repository', 'environments', 'clusters'],
)

/** Fills in what the fleet leaves out and finds what is wrong with it as written, all at once. */
export const complete = (fleet: Fleet): { readonly fleet: CompleteFleet; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [...fleetCheck(fleet, [])]
  const environments = Object.entries(fleet.environments ?? {}).map(([name, value]) =>
    completeEnvironment(name, value, ['environments', name], problems),
  )
  const base = completeComponents(fleet.base, ['base'], problems)
  const clusters = Object.entries(fleet.clusters ?? {}).flatMap(([name, value]) =>
    completeCluster(name, value, environments, ['clusters', name], problems),
  )
  return { fleet: { repository: fleet.repository, base, environments, clusters }, problems }
}
