import type { CapabilityOf, NodeFeature, Requirement } from '../fleet/capability.ts'
import type { CompleteCluster } from '../fleet/complete/complete-fleet.ts'
import type { NodePool } from '../fleet/traits.ts'
import type { Answer } from './answer.ts'
import { type Draft, ofKind } from './draft.ts'
import type { Surroundings } from './resolve.ts'
import { noNodes } from './unmet.ts'

/** Nodes that the cluster declares come before those that a component finds. */
export const answerNodes = (
  requirement: Extract<Requirement, { kind: 'node-feature' }>,
  draft: Draft,
  { cluster, provisions }: Surroundings,
): Answer => {
  const { feature } = requirement
  const found = ofKind(provisions, 'node-feature').find(({ capability }) => capability.feature === feature)
  const declared = declaredNodes(feature, cluster)
  if (declared !== undefined) return { requirement, capabilities: [declared], asUsual: false }
  if (found === undefined) return { requirement, capabilities: [], asUsual: false, problem: noNodes(feature, draft) }
  return { requirement, capabilities: [found.capability], asUsual: false, after: found.by }
}

const declaredNodes = (
  feature: NodeFeature,
  { nodePools, environment }: CompleteCluster,
): CapabilityOf<'node-feature'> | undefined => {
  const pool = Object.values(nodePools ?? environment.settings.nodePools ?? {}).find(({ gpu }) => gpu)
  if (pool === undefined) return undefined
  return { kind: 'node-feature', feature, nodeSelector: selectorOf(pool), taints: pool.taints ?? [] }
}

/** By what the nodes of a pool carry; a single one by its name. */
const selectorOf = ({ labels = {}, nodes: [node, ...others] = [] }: NodePool): Readonly<Record<string, string>> =>
  Object.keys(labels).length === 0 && node !== undefined && others.length === 0
    ? { 'kubernetes.io/hostname': node }
    : labels
