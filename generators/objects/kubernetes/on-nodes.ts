import type { IToleration } from 'kubernetes-models/v1/Toleration'
import type { CapabilityOf } from '../../fleet/capability.ts'
import type { Taint } from '../../fleet/traits.ts'

/** What a Pod must say to run on nodes that have a feature: what they are selected by, and what kept others off them. */
export interface OnNodes {
  readonly nodeSelector?: Readonly<Record<string, string>>
  readonly tolerations?: IToleration[]
}

/** Nothing, until the nodes are found. */
export const onNodes = (nodes: CapabilityOf<'node-feature'> | undefined): OnNodes =>
  nodes === undefined ? {} : { nodeSelector: nodes.nodeSelector, tolerations: nodes.taints.map(tolerated) }

/** A taint without a value is tolerated whatever its value is. */
const tolerated = (taint: Taint): IToleration => {
  const [, key = '', value, effect = ''] = /^([^=:]+)(?:=([^:]*))?:(.+)$/.exec(taint) ?? []
  return value === undefined
    ? { key, operator: 'Exists', effect: effect as Effect }
    : { key, operator: 'Equal', value, effect: effect as Effect }
}

type Effect = NonNullable<IToleration['effect']>
