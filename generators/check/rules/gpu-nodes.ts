import { isRecord } from '../../fleet/checks/check.ts'
import { type Problem, placeName } from '../../problem.ts'
import { foundNodes } from '../found-nodes.ts'
import { objectsOf, valuesOf } from '../objects.ts'
import { podOf } from '../pods.ts'
import type { Rule, Shared } from '../rule.ts'

export const gpuNodes: Rule = {
  name: 'gpu-nodes',
  because: 'Pods that asked for a GPU stayed pending for ever: no node had one, or none carried the label of one',
  check: ({ cluster: { cluster, placements, brought }, once }) => {
    const pools = { ...cluster.environment.settings.nodePools, ...cluster.nodePools }
    if (Object.values(pools).some(({ gpu }) => gpu === true) || foundNodes(brought).length > 0) return []
    return placements.flatMap((placement) =>
      once(placement, askedFor).map((asked): Problem => {
        const { what, path, index } = asked
        const place = index === undefined ? valuesOf(placement)?.place(path) : objectsOf(placement)[index]?.place(path)
        return {
          rule: gpuNodes.name,
          place: place ?? placement.place,
          reason: `${what ?? placement.name} asks for ${path.at(-1)}, and the cluster ${cluster.name} has no nodes with a GPU`,
          fix: `say which nodes have one, in ${placeName(cluster.place)}: nodePools: { gpu: { gpu: true, labels: { … } } }`,
        }
      }),
    )
  },
}

interface Asked {
  readonly what?: string
  readonly path: readonly string[]
  readonly index?: number
}

const askedFor = (shared: Shared): readonly Asked[] => {
  if (shared.effective.kind === 'helm') return gpusIn(shared.effective.values, []).map((path) => ({ path }))
  return objectsOf(shared).flatMap(({ object }, index) => {
    const pod = podOf(object)
    const what = `${object.kind} ${object.metadata.name}`
    return pod === undefined ? [] : gpusIn(pod.spec, pod.path).map((path) => ({ what, path, index }))
  })
}

/** A resource that is asked for or limited, more than none of it; and a node that is selected by its GPU. */
const gpusIn = (value: unknown, path: readonly string[]): readonly (readonly string[])[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => gpusIn(one, [...path, String(index)]))
  if (!isRecord(value)) return []
  const within = path.at(-1) ?? ''
  return Object.entries(value).flatMap(([key, inner]) => {
    const isAsked = /^nvidia\.com\//.test(key) && /^(limits|nodeSelector)$/.test(within) && inner !== 0 && inner !== '0'
    return isAsked ? [[...path, key]] : gpusIn(inner, [...path, key])
  })
}
