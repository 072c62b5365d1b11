import { listOf, mapOf, matching, shape } from './check.ts'
import { flag, hostname, objectName, text } from './scalars.ts'

const taint = matching(
  'taint',
  /^[A-Za-z0-9]([\w./-]*[A-Za-z0-9])?(=[\w.-]*)?:(NoSchedule|PreferNoSchedule|NoExecute)$/,
  'a taint',
  "'storage=hdd:NoSchedule'",
)

/** Nodes that are unlike the others, by a name for people. */
export const nodePools = mapOf(
  shape('a node pool', {
    nodes: listOf((value, place) =>
      (typeof value === 'string' && value.includes('.') ? hostname : objectName)(value, place),
    ),
    labels: mapOf(text),
    taints: listOf(taint),
    stateful: flag,
    gpu: flag,
  }),
)
