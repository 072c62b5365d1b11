import { perSecond, quantile, selector, sumBy } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'

/** Series of the controllers, narrowed down by more matchers. */
const series = (metric: string, ...matchers: readonly string[]) =>
  selector(metric, 'namespace="$namespace"', ...matchers)

const rate = (by: string, counter: string) => sumBy(by, perSecond(counter))

const duration = (which: number) => quantile(which, series('gotk_reconcile_duration_seconds_bucket'), 'kind')

/** Flux's controllers: how fast and how often they reconcile, what fails, what they cost. */
export const controllerBands = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Reconciliation',
    height: 8,
    panels: [
      timeseries('Duration, median', { unit: 's', queries: [metrics(duration(0.5), '{{kind}}')] }),
      timeseries('Duration, 99th percentile', { unit: 's', queries: [metrics(duration(0.99), '{{kind}}')] }),
    ],
  },
  {
    height: 8,
    panels: [
      timeseries('Reconciliations', {
        unit: 'ops',
        queries: [
          metrics(
            rate('controller, result', series('controller_runtime_reconcile_total')),
            '{{controller}} {{result}}',
          ),
        ],
      }),
      timeseries('Errors', {
        unit: 'ops',
        queries: [metrics(rate('controller', series('controller_runtime_reconcile_errors_total')), '{{controller}}')],
      }),
    ],
  },
  {
    section: 'Controllers',
    height: 8,
    panels: [
      timeseries('Requests to the API server', {
        unit: 'reqps',
        queries: [metrics(rate('method, code', series('rest_client_requests_total')), '{{method}} {{code}}')],
      }),
      timeseries('Errors of the API server', {
        unit: 'reqps',
        queries: [metrics(rate('pod, code', series('rest_client_requests_total', 'code!~"2.."')), '{{pod}} {{code}}')],
      }),
    ],
  },
  {
    height: 8,
    panels: [
      timeseries('Waiting in queues', {
        queries: [metrics(sumBy('name', series('workqueue_depth')), '{{name}}')],
      }),
      timeseries('Processors in use', {
        queries: [metrics(rate('pod', series('process_cpu_seconds_total')), '{{pod}}')],
      }),
      timeseries('Memory', {
        unit: 'bytes',
        queries: [metrics(sumBy('pod', series('process_resident_memory_bytes')), '{{pod}}')],
      }),
    ],
  },
]
