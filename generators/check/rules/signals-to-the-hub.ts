import type { EndpointName } from '../../fleet/capability.ts'
import type { Rule } from '../rule.ts'

export const signalsToTheHub: Rule = {
  name: 'signals-to-the-hub',
  because:
    'a cluster was told to send to an edge, which keeps nothing: what came there was sent on as its own, or lost',
  check: ({ cluster }) =>
    cluster.placements.flatMap(({ name, place, uses }) =>
      uses.flatMap(({ endpoint, in: other, role }) =>
        role === 'edge' && takesSignals.includes(endpoint.name)
          ? [
              {
                rule: signalsToTheHub.name,
                place,
                reason: `${name} sends its signals to ${other}, which is an edge and keeps none`,
                fix: `send them to the hub: leave out ${other}, or give it another role`,
              },
            ]
          : [],
      ),
    ),
}

const takesSignals: readonly EndpointName[] = [
  'loki-push',
  'otlp',
  'otlp-logs',
  'otlp-metrics',
  'otlp-traces',
  'remote-write',
]
