import { signals } from '../../../objects/opentelemetry/signal.ts'
import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'

export const everySignalTaken: CollectorRule = {
  name: 'collector-every-signal-taken',
  because: 'a gateway had pipelines for metrics and logs alone, and nobody missed the traces until they were needed',
  check: ({ graph }) =>
    componentsOf(graph, 'receiver', 'otlp').flatMap(({ id, path }) => {
      const taken = graph.pipelines.filter(({ receivers }) => receivers.includes(id)).map(({ signal }) => signal)
      const refused = signals.filter((signal) => !taken.includes(signal))
      if (taken.length === 0 || refused.length === 0) return []
      return [
        {
          at: path,
          reason: `${id} is sent every signal, and no pipeline takes its ${refused.join(' and ')}`,
          fix: `add ${id} to a pipeline of ${refused.join(' and one of ')}`,
        },
      ]
    }),
}
