import { unknownCluster } from './unknown-cluster.ts'

/** The part of a fleet that somebody asked for: one cluster, or every N-th; all of it when nothing was said. */
export const partOf = (
  { clusters = {} }: { readonly clusters?: object },
  { cluster, shard }: { readonly cluster: string | undefined; readonly shard: string | undefined },
): { readonly only: ReadonlySet<string> | undefined } | { readonly wrong: string } => {
  const names = Object.keys(clusters)
  if (cluster !== undefined && shard !== undefined)
    return { wrong: '--cluster and --shard both choose clusters: say one' }
  if (cluster !== undefined) {
    const wrong = unknownCluster(cluster, names)
    return wrong === undefined ? { only: new Set([cluster]) } : { wrong }
  }
  return shard === undefined ? { only: undefined } : shardOf(names, shard)
}

const shardOf = (names: readonly string[], shard: string) => {
  const [index = 0, count = 0] = (/^([1-9]\d*)\/([1-9]\d*)$/.exec(shard) ?? []).slice(1).map(Number)
  if (index === 0 || index > count)
    return { wrong: `'${shard}' is no shard: write the part and the number of parts, such as 1/4` }
  return { only: new Set(names.filter((_, position) => position % count === index - 1)) }
}
