import { parse } from 'yaml'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { layouts } from '../../generators/layout/layout.ts'
import { printer } from '../../generators/layout/print.ts'
import type { ClusterPlan } from '../../generators/plan/placement.ts'
import { plan } from '../../generators/plan/plan.ts'
import type { Problem } from '../../generators/problem.ts'
import { think } from '../../generators/render.ts'

export interface RenderedTree {
  readonly problems: readonly Problem[]
  readonly clusters: readonly ClusterPlan[]
  readonly paths: readonly string[]
  /** The file's text. */
  readonly text: (path: string) => string
  /** The file read back by the `yaml` package. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the file holds; a wrong path fails the test
  readonly at: (path: string) => any
}

/** Renders a fleet in memory, without checks. */
export const tree = (given: Fleet): RenderedTree => {
  const { fleet, problems } = think(given)
  const clusters = [...plan(fleet)]
  const layout = layouts(fleet)
  const folders = clusters.flatMap((cluster) => [...layout(cluster)])
  const files = new Map(
    folders
      .map(printer())
      .flatMap(({ files }) => files)
      .map(({ path, content }) => [path, content]),
  )
  const text = (path: string): string => {
    const content = files.get(path)
    if (content === undefined) throw new Error(`no file ${path}; there are:\n${[...files.keys()].join('\n')}`)
    return content
  }
  return {
    problems: [...problems, ...clusters.flatMap((cluster) => cluster.problems)],
    clusters,
    paths: [...files.keys()],
    text,
    at: (path) => parse(text(path)),
  }
}
