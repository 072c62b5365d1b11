import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { goSeconds } from '../go-seconds.ts'

/** An outage that lasts longer ends in loss: it must cover a restart, and a node that is replaced. */
const atLeast = { seconds: 600, text: '10m' }

export const patientRemoteWrite: CollectorRule = {
  name: 'collector-patient-remote-write',
  because:
    'remote write gives all retries together five seconds: Prometheus was away for 20, and a sample was dropped every five',
  check: ({ graph }) =>
    componentsOf(graph, 'exporter', 'prometheus_remote_write')
      .filter(({ settings }) => (goSeconds(settings.timeout ?? '5s') ?? atLeast.seconds) < atLeast.seconds)
      .map(({ id, settings, path }) => ({
        at: [...path, 'timeout'],
        reason: `${id} drops what Prometheus has not taken within ${settings.timeout ?? '5s'}, all retries included`,
        fix: `set timeout: 20m, or at least ${atLeast.text}, and a longer one at whoever sends to it`,
      })),
}
