import { nearest } from '../../nearest.ts'
import type { Placement } from '../../plan/placement.ts'
import { type Problem, placeName } from '../../problem.ts'
import { foundNodes } from '../found-nodes.ts'
import { labelsAskedFor } from '../node-selection.ts'
import { objectsOf } from '../objects.ts'
import { podOf } from '../pods.ts'
import type { Rule } from '../rule.ts'

export const knownNodeLabels: Rule = {
  name: 'known-node-labels',
  because: 'Pods stayed pending for a label that no node carried',
  check: ({ cluster: { cluster, placements, brought } }) => {
    const pools = { ...cluster.environment.settings.nodePools, ...cluster.nodePools }
    const said = Object.values(pools).map(({ labels = {} }) => labels)
    const found = foundNodes(brought).map(({ nodeSelector }) => nodeSelector)
    const known = [...said, ...found].flatMap((labels) => Object.keys(labels))
    return placements.flatMap((placement) => unknown(placement, known))
  },
}

/** Labels that Kubernetes itself, or the provider of the nodes, sets on every one of them. */
const isUsual = (label: string): boolean =>
  /^(node\.|topology\.|failure-domain\.beta\.)?(kubernetes\.io|k8s\.io)\//.test(label) ||
  label.startsWith('node-role.kubernetes.io/')

const unknown = (placement: Placement, known: readonly string[]): readonly Problem[] =>
  objectsOf(placement).flatMap(({ object, place }) => {
    const pod = podOf(object)
    if (pod === undefined) return []
    return labelsAskedFor(pod.spec)
      .filter(({ label }) => !isUsual(label) && !known.includes(label))
      .map(({ label, path }) => {
        const guess = nearest(label, known)
        const { name, place: at } = placement.cluster
        return {
          rule: knownNodeLabels.name,
          place: place([...pod.path, ...path]),
          reason: `${object.kind} ${object.metadata.name} wants nodes with the label ${label}, and none of ${name} is said to carry it`,
          fix:
            guess === undefined
              ? `say which nodes do, in ${placeName(at)}: nodePools: { NAME: { labels: { '${label}': '…' } } }`
              : `write '${guess}'`,
        }
      })
  })
