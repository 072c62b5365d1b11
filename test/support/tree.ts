import { parse } from 'yaml'
import { complete } from '../../generators/fleet/complete/complete.ts'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { layout } from '../../generators/layout/layout.ts'
import { print } from '../../generators/layout/print.ts'
import type { Plan } from '../../generators/plan/placement.ts'
import { plan } from '../../generators/plan/plan.ts'
import type { Problem } from '../../generators/problem.ts'

export interface RenderedTree {
  readonly problems: readonly Problem[]
  readonly plan: Plan
  readonly paths: readonly string[]
  /** The file's text. */
  readonly text: (path: string) => string
  /** The file read back by the `yaml` package. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the file holds; a wrong path fails the test
  readonly at: (path: string) => any
}

/** Renders a fleet in memory, without checks. */
export const tree = (fleet: Fleet): RenderedTree => {
  const completed = complete(fleet)
  const planned = plan(completed.fleet)
  const files = new Map([...layout(planned.plan)].flatMap(print).map(({ path, content }) => [path, content]))
  const text = (path: string): string => {
    const content = files.get(path)
    if (content === undefined) throw new Error(`no file ${path}; there are:\n${[...files.keys()].join('\n')}`)
    return content
  }
  return {
    problems: [...completed.problems, ...planned.problems],
    plan: planned.plan,
    paths: [...files.keys()],
    text,
    at: (path) => parse(text(path)),
  }
}
