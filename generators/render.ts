import { checkFolder } from './check/folder.ts'
import { rules } from './check/rules/index.ts'
import type { Schemas } from './check/schema/schemas.ts'
import type { File } from './file.ts'
import { complete } from './fleet/complete/complete.ts'
import type { Fleet } from './fleet/fleet.ts'
import { layout } from './layout/layout.ts'
import { print } from './layout/print.ts'
import type { Plan } from './plan/placement.ts'
import { plan } from './plan/plan.ts'
import type { Problem } from './problem.ts'

/** The fleet thought through, and the files of people that must be read to check it. */
export interface Thought {
  readonly plan: Plan
  readonly problems: readonly Problem[]
  /** Paths from the root of the repository. */
  readonly reads: readonly string[]
}

/** fleet → complete → plan. */
export const think = (fleet: Fleet): Thought => {
  const completed = complete(fleet)
  const planned = plan(completed.fleet)
  const reads = planned.plan.clusters.flatMap(({ secrets }) => secrets.flatMap(({ file }) => file ?? []))
  return {
    plan: planned.plan,
    problems: [...completed.problems, ...planned.problems],
    reads: [...new Set(reads)].sort(),
  }
}

export interface Rendered {
  readonly files: readonly File[]
  /** When there are any, nothing may be written. */
  readonly problems: readonly Problem[]
}

/** plan → objects → files → check. With `only`, just what that cluster is made of. */
export const render = (
  thought: Thought,
  inputs: ReadonlyMap<string, string | undefined>,
  schemas: Schemas,
  only?: string,
): Rendered => {
  const files: File[] = []
  const problems: Problem[] = [...thought.problems]
  for (const rule of rules) problems.push(...rule.check({ plan: thought.plan, inputs, schemas }))
  for (const folder of layout(part(thought.plan, only))) {
    problems.push(...checkFolder(folder, schemas))
    for (const file of print(folder)) files.push(file)
  }
  return { files, problems }
}

const part = (plan: Plan, only: string | undefined): Plan =>
  only === undefined ? plan : { ...plan, clusters: plan.clusters.filter(({ cluster }) => cluster.name === only) }
