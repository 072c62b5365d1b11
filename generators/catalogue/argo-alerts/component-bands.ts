import { perSecond, quantile, selector, sumBy } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'

const rate = (by: string, counter: string) => sumBy(by, perSecond(counter))
const slowest = (histogram: string, ...by: readonly string[]) => quantile(0.99, `${histogram}_bucket`, ...by)

/** The jobs of Argo CD's Services. What every program exports is told apart by it. */
const ours = 'job=~"argocd-.*"'

/** Argo CD's components: how long their work takes, what fails, what they cost. */
export const componentBands = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Components',
    height: 8,
    panels: [
      timeseries('Reconciliation, 99th percentile', {
        unit: 's',
        queries: [metrics(slowest('argocd_app_reconcile'), 'all Applications')],
      }),
      timeseries('Requests to repositories, 99th percentile', {
        unit: 's',
        queries: [metrics(slowest('argocd_git_request_duration_seconds', 'request_type'), '{{request_type}}')],
      }),
      timeseries('Requests to the API server', {
        unit: 'reqps',
        queries: [metrics(rate('verb, response_code', 'argocd_app_k8s_request_total'), '{{verb}} {{response_code}}')],
      }),
    ],
  },
  {
    height: 8,
    panels: [
      timeseries('Waiting for a repository', {
        queries: [metrics(sumBy('repo', 'argocd_repo_pending_request_total'), '{{repo}}')],
      }),
      timeseries('Processors in use', {
        queries: [metrics(rate('pod', selector('process_cpu_seconds_total', ours)), '{{pod}}')],
      }),
      timeseries('Memory', {
        unit: 'bytes',
        queries: [metrics(sumBy('pod', selector('process_resident_memory_bytes', ours)), '{{pod}}')],
      }),
    ],
  },
]
