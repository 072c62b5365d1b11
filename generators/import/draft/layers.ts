import { isRecord } from '../../fleet/checks/check.ts'
import type { Options } from '../../fleet/component.ts'
import { difference, equal, merge } from '../../plan/values.ts'

/** Options of one component, each in the highest layer that all below agree on. */
export interface Layered {
  readonly base: Options
  readonly environments: ReadonlyMap<string, Options>
  readonly clusters: ReadonlyMap<string, Options>
}

/**
 * Takes what clusters share to where it is said once. What a layer below says is only ever added, so that nothing has to be
 * taken away again. Without room for environments, because another component has the same name, clusters say it all.
 */
export const layered = (
  options: ReadonlyMap<string, Options>,
  environmentOf: (cluster: string) => string,
  hasEnvironments: boolean,
): Layered => {
  const base = common([...options.values()])
  const environments = new Map<string, Options>()
  for (const environment of hasEnvironments ? new Set([...options.keys()].map(environmentOf)) : []) {
    const theirs = [...options].filter(([cluster]) => environmentOf(cluster) === environment)
    environments.set(environment, difference(base, common(theirs.map(([, one]) => one))))
  }
  const clusters = [...options].map(([cluster, own]) => {
    const above = environments.get(environmentOf(cluster)) ?? {}
    return [cluster, difference(merge(base, above), own)] as const
  })
  return { base, environments, clusters: new Map(clusters) }
}

/** What all say alike, as deep as they do. */
const common = ([first = {}, ...others]: readonly Options[]): Options => {
  const shared: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(first)) {
    const theirs = others.map((one) => one[key])
    if (theirs.every((one) => equal(one, value))) shared[key] = value
    else if (isRecord(value) && theirs.every(isRecord)) {
      const inner = common([value, ...theirs.filter(isRecord)])
      if (Object.keys(inner).length > 0) shared[key] = inner
    }
  }
  return shared
}
