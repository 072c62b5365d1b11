import type { Values } from '../../fleet/component.ts'

/** On the volume: in the chart's place for it, what is not yet written would be gone with the Pod. */
const folder = '/var/tempo/generator'

/**
 * Has what traces tell of services counted, and written to a Prometheus, by its address. Nothing is counted where no
 * Prometheus takes it.
 */
export const generatorValues = (prometheus: string | undefined, dimensions: readonly string[] | undefined): Values =>
  prometheus === undefined
    ? { metricsGenerator: { enabled: false } }
    : {
        metricsGenerator: {
          enabled: true,
          // Of each count, a trace that it stands for.
          storage: {
            path: `${folder}/wal`,
            remote_write: [{ url: `${prometheus}/api/v1/write`, send_exemplars: true }],
          },
          traces_storage: { path: `${folder}/traces` },
          processor: { service_graphs: { dimensions }, span_metrics: { dimensions } },
        },
        // A generator without processors is there and does nothing.
        overrides: { defaults: { metrics_generator: { processors: ['service-graphs', 'span-metrics'] } } },
      }
