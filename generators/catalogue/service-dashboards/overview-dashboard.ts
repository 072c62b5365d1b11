import type { Dashboard } from '../../fleet/component.ts'
import { dashboard } from '../../objects/grafana/dashboard.ts'
import { growth, maxBy, perSecond, selector, sumBy, total } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import { from } from '../../objects/grafana/panel.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { stat } from '../../objects/grafana/stat.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'
import { ofServices, type Subject, serviceChoice } from './subject.ts'

/** Whether the services are well, and what they take. */
export const overviewDashboard = (subject: Subject, metrics: Prometheus): Dashboard => ({
  name: `${subject.name}-overview`,
  model: dashboard({
    uid: `${subject.name}-overview`,
    title: `Services of ${subject.namespace}`,
    tags: ['services', subject.namespace],
    variables: [serviceChoice(subject)],
    bands: [...health(subject, metrics), ...consumption(subject, metrics), ...network(subject, metrics)],
  }),
})

/** Which containers are ready, which wait and why, and which were started again. */
const health = (subject: Subject, metrics: Prometheus): readonly Band[] => {
  const series = (metric: string) => selector(metric, ...ofServices(subject))
  const number = (expr: string) => [metrics(total(expr))] as const
  return [
    {
      section: 'Health',
      height: 4,
      panels: [
        stat('Ready', { queries: number(series('kube_pod_container_status_ready')) }),
        stat('Not ready', {
          queries: number(`${series('kube_pod_container_status_ready')} == bool 0`),
          thresholds: from(1, 'red'),
        }),
        stat('Waiting', {
          queries: number(series('kube_pod_container_status_waiting')),
          thresholds: from(1, 'orange'),
        }),
        stat('Restarts in an hour', {
          queries: number(`increase(${series('kube_pod_container_status_restarts_total')}[1h])`),
          thresholds: from(1, 'orange'),
        }),
      ],
    },
    {
      height: 8,
      panels: [
        timeseries('Ready containers', {
          queries: [metrics(sumBy('container', series('kube_pod_container_status_ready')), '{{container}}')],
        }),
        timeseries('Why containers wait', {
          queries: [
            metrics(
              sumBy('container, reason', series('kube_pod_container_status_waiting_reason')),
              '{{container}}: {{reason}}',
            ),
          ],
        }),
        timeseries('Restarts', {
          queries: [
            metrics(sumBy('container', growth(series('kube_pod_container_status_restarts_total'))), '{{container}}'),
          ],
        }),
      ],
    },
  ]
}

/** What each Pod takes, beside what it may take at most. */
const consumption = (subject: Subject, metrics: Prometheus): readonly Band[] => {
  const byPod = (expr: string) => metrics(sumBy('pod', expr), '{{pod}}')
  const limit = (resource: 'cpu' | 'memory') =>
    metrics(
      maxBy(
        'container',
        selector('kube_pod_container_resource_limits', ...ofServices(subject), `resource="${resource}"`),
      ),
      'limit of {{container}}',
    )
  const rate = (counter: string) => perSecond(selector(counter, ...ofServices(subject)))
  return [
    {
      section: 'What they take',
      height: 9,
      panels: [
        timeseries('Processors', {
          queries: [byPod(rate('container_cpu_usage_seconds_total')), limit('cpu')],
        }),
        timeseries('Memory', {
          unit: 'bytes',
          queries: [byPod(selector('container_memory_working_set_bytes', ...ofServices(subject))), limit('memory')],
        }),
      ],
    },
    {
      height: 8,
      panels: [
        timeseries('Held back for want of processors', {
          description: 'Share of the periods in which the container had used up its limit.',
          unit: 'percentunit',
          queries: [
            metrics(
              `${sumBy('pod', rate('container_cpu_cfs_throttled_periods_total'))} / ${sumBy('pod', rate('container_cpu_cfs_periods_total'))}`,
              '{{pod}}',
            ),
          ],
        }),
        timeseries('Written to disk', {
          unit: 'Bps',
          queries: [byPod(rate('container_fs_writes_bytes_total'))],
        }),
      ],
    },
  ]
}

/** The network is the Pod's, and none of its containers': it is found by the Pod's name, which begins with the service's. */
const network = ({ namespace }: Subject, metrics: Prometheus): readonly Band[] => {
  const traffic = (counter: string) => {
    const ofPods = selector(counter, `namespace="${namespace}"`, 'pod=~"$service-.+"')
    return [metrics(sumBy('pod', perSecond(ofPods)), '{{pod}}')] as const
  }
  return [
    {
      section: 'Network',
      height: 8,
      panels: [
        timeseries('Received', { unit: 'Bps', queries: traffic('container_network_receive_bytes_total') }),
        timeseries('Sent', { unit: 'Bps', queries: traffic('container_network_transmit_bytes_total') }),
      ],
    },
  ]
}
