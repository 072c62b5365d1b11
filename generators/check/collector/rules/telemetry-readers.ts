import { at } from '../../../plan/values.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { record } from '../shape.ts'

export const telemetryReaders: CollectorRule = {
  name: 'collector-telemetry-readers',
  because:
    'service.telemetry.metrics.address had been removed from the collector, and an upgrade ended in a restart loop',
  check: ({ graph: { config } }) => {
    const metrics = record(at(config, 'service.telemetry.metrics'))
    if (!('address' in metrics)) return []
    const [host, port] = String(metrics.address).split(/:(?=\d+$)/)
    return [
      {
        at: ['service', 'telemetry', 'metrics', 'address'],
        reason: `the collector knows no address of its metrics any more, and would not start with ${metrics.address}`,
        fix: `write readers: [{ pull: { exporter: { prometheus: { host: ${host || '0.0.0.0'}, port: ${port ?? 8888} } } } }]`,
      },
    ]
  },
}
