import { nearest } from '../../../nearest.ts'
import { typeOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'
import {
  type ComponentKind,
  collectorVersion,
  goneComponents,
  knownComponent,
  knownComponents,
} from '../known-components.ts'

export const knownTypes: CollectorRule = {
  name: 'collector-known-types',
  because: 'the exporter loki had been removed from the collector, and an upgrade ended in a restart loop',
  check: ({ graph }) =>
    graph.components
      .filter(({ kind, id }) => knownComponent(kind, typeOf(id)) === undefined)
      .map(({ kind, id, path }) => ({
        at: path,
        reason: `the collector ${collectorVersion} has no ${kind} ${typeOf(id)} that is known here`,
        fix: fixFor(kind, typeOf(id)),
      })),
}

const fixFor = (kind: ComponentKind, type: string): string => {
  const successor = goneComponents[`${kind} ${type}`]
  if (successor !== undefined) return `use ${successor}`
  const meant = nearest(type, Object.keys(knownComponents[kind]))
  if (meant !== undefined) return `write '${meant}'`
  return `remove it, or, if that version does have it, add it to check/collector/known-components.ts`
}
