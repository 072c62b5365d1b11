import { type Problem, placeName } from '../../problem.ts'
import { foundNodes } from '../found-nodes.ts'
import { type Leaf, leafPlace, leavesIn, type PlacedLeaf } from '../leaves.ts'
import type { Question, Rule, Shared } from '../rule.ts'

export const gpuNodes: Rule = {
  name: 'gpu-nodes',
  because: 'Pods that asked for a GPU stayed pending for ever: no node had one, or none carried the label of one',
  check: ({ cluster: { cluster, placements, brought }, once }) => {
    const asking = placements.filter((placement) => once(placement, askedFor).length > 0)
    if (asking.length === 0) return []
    const pools = { ...cluster.environment.settings.nodePools, ...cluster.nodePools }
    if (Object.values(pools).some(({ gpu }) => gpu === true) || foundNodes(brought).length > 0) return []
    return asking.flatMap((placement) =>
      once(placement, askedFor).map(
        (asked): Problem => ({
          rule: gpuNodes.name,
          place: leafPlace(asked, placement, placement.place),
          reason: `${whoAsks(asked, placement)} asks for ${asked.key}, and the cluster ${cluster.name} has no nodes with a GPU`,
          fix: `say which nodes have one, in ${placeName(cluster.place)}: nodePools: { gpu: { gpu: true, labels: { … } } }`,
        }),
      ),
    )
  },
}

const askedFor: Question<readonly PlacedLeaf[]> = (_, ask) => ask(leavesIn).filter(asksForGpu)

/** A resource that is asked for or limited, more than none of it; and a node that is selected by its GPU. */
const asksForGpu = ({ key, value, path }: Leaf): boolean =>
  key.startsWith('nvidia.com/') && /^(limits|nodeSelector)$/.test(path.at(-2) ?? '') && value !== 0 && value !== '0'

const whoAsks = ({ index }: PlacedLeaf, { effective, layer }: Shared): string => {
  const object = effective.kind === 'helm' || index === undefined ? undefined : effective.objects[index]
  return object === undefined ? layer.name : `${object.kind} ${object.metadata.name}`
}
