import type { Usage } from './arguments.ts'
import { usage as bench } from './bench.ts'
import { usage as charts } from './charts.ts'
import { usage as completion } from './completion.ts'
import { usage as graph } from './graph.ts'
import { usage as importing } from './import.ts'
import { usage as making } from './new.ts'
import { usage as promote } from './promote.ts'
import { usage as render } from './render.ts'
import { usage as review } from './review.ts'
import { usage as rules } from './rules.ts'
import { usage as testCluster } from './test-cluster.ts'
import { usage as testTelemetry } from './test-telemetry.ts'
import { usage as upgrade } from './upgrade.ts'
import { usage as verify } from './verify.ts'

/** How the commands are used that `fleetwright` starts, by the names of their scripts. */
export const programUsages: Readonly<Record<string, Usage>> = {
  new: making,
  render,
  verify,
  review,
  promote,
  upgrade,
  charts,
  graph,
  import: importing,
  rules,
  completion,
  'test-cluster': testCluster,
  'test-telemetry': testTelemetry,
}

/** And those that are for this repository alone. */
export const usages: Readonly<Record<string, Usage>> = { ...programUsages, bench }
