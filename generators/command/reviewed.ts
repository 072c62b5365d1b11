import { join } from 'node:path'
import { loadSchemas, schemaFolder } from '../check/schema/schemas.ts'
import { clustersByEnvironment } from '../compare/clusters-by-environment.ts'
import { compareStates } from '../compare/compare.ts'
import type { DeployedPair } from '../compare/deployed.ts'
import { pairs } from '../compare/pairs.ts'
import type { Review } from '../compare/review.ts'
import { reviewRisksOf, risksOf } from '../compare/risks-of.ts'
import type { TreeState } from '../compare/state.ts'
import { stateReader } from '../compare/state-reader.ts'
import { buildApart } from '../output/build-apart.ts'
import { chartsBy } from './ask-charts.ts'
import type { Invocation } from './invocation.ts'
import { proofTools } from './verify-tools.ts'

/** Two states of the tree. */
export interface TwoStates {
  readonly before: TreeState
  readonly after: TreeState
}

/**
 * Holds two states of the tree against each other, with the tools that are at hand.
 * @param pull whether charts that are not at hand are fetched
 */
export const reviewed = async (
  { before, after }: TwoStates,
  pull: boolean,
  { program, progress }: Pick<Invocation, 'program' | 'progress'>,
): Promise<{ readonly review: Review; readonly pairs: readonly DeployedPair[] }> => {
  const schemas = loadSchemas(join(program, schemaFolder))
  const { renderRelease, close } = proofTools(schemas, join(program, schemaFolder), pull)
  try {
    const found = await pairs(before, after, buildApart(program, progress))
    const clusters = clustersIn([before, after])
    const fleet = clustersByEnvironment(stateReader(after))
    const review = await compareStates({
      ...found,
      before,
      after,
      clusters,
      risksOf,
      risksOfAll: (groups) => reviewRisksOf(groups, fleet),
      charts: chartsBy(renderRelease, progress),
    })
    return { ...found, review }
  } finally {
    await close()
  }
}

const clustersIn = (states: readonly TreeState[]): number =>
  new Set(
    states.flatMap(({ files }) => [...files.keys()].flatMap((path) => /^clusters\/([^/]+)\//.exec(path)?.[1] ?? [])),
  ).size
