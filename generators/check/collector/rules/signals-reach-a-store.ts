import { named, typeOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'

export const signalsReachAStore: CollectorRule = {
  name: 'collector-signals-reach-a-store',
  because: 'a pipeline was pointed at debug for an afternoon and stayed so for a month',
  check: ({ graph }) =>
    graph.pipelines
      .filter(({ exporters }) => exporters.length > 0 && exporters.every((id) => isNowhere(id)))
      .filter(({ exporters }) => exporters.every((id) => named(graph, 'connector', id) === undefined))
      .map(({ id, exporters, path }) => ({
        at: [...path, 'exporters'],
        reason: `the pipeline ${id} ends in ${exporters.join(' and ')} alone, so what it carries is kept nowhere`,
        fix: 'add an exporter that sends it on',
      })),
}

const isNowhere = (id: string): boolean => ['debug', 'nop'].includes(typeOf(id))
