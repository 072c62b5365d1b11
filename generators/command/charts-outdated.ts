import { examined, isOutdated } from '../charts/keeping/outdated.ts'
import { outdatedAsJson, outdatedLines } from '../charts/keeping/told.ts'
import { versionFinder } from '../charts/keeping/version-position.ts'
import type { Registry } from '../charts/registry/registry.ts'
import { sourceFiles } from '../output/source-files.ts'
import type { Ending } from './command.ts'
import { fleetSource } from './evaluated-fleet.ts'
import { fleetCharts } from './fleet-charts.ts'
import type { Invocation } from './invocation.ts'
import { tellProblems } from './tell-problems.ts'

/** `scripts/charts.mjs outdated` */
export const tellOutdated = async (json: boolean, registry: Registry, invocation: Invocation): Promise<Ending> => {
  const { root, out } = invocation
  const charts = await fleetCharts(invocation)
  if ('problems' in charts) return tellProblems(charts.problems, invocation, json, null)
  // A version that no cluster gets is nobody's trouble.
  const used = charts.used.filter(({ clusters }) => clusters.length > 0)
  const find = versionFinder(fleetSource(root), sourceFiles(root, 'generators'))
  const told = (await examined(used, registry, invocation.progress)).map((chart) => ({ chart, at: find(chart) }))
  out(json ? `${JSON.stringify(outdatedAsJson(told), null, 2)}\n` : outdatedLines(told))
  return told.some(({ chart }) => isOutdated(chart)) ? 1 : 0
}
