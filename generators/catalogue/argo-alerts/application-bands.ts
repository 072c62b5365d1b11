import { count, growth, maxBy, selector, sumBy } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import { from } from '../../objects/grafana/panel.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { stat } from '../../objects/grafana/stat.ts'
import { table } from '../../objects/grafana/table.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'
import { inProject } from './project-variable.ts'

/** Series of the chosen projects' Applications, narrowed down by more matchers. */
const series = (metric: string, ...matchers: readonly string[]) => selector(metric, inProject, ...matchers)
const applications = (...matchers: readonly string[]) => series('argocd_app_info', ...matchers)

const columns = {
  name: 'Application',
  project: 'Project',
  dest_namespace: 'Namespace',
  sync_status: 'Sync',
  health_status: 'Health',
  repo: 'Repository',
}

/** Argo CD's Applications: how many there are of which state, and which those are. */
export const applicationBands = (metrics: Prometheus): readonly Band[] => {
  const number = (what: string) => [metrics(count(what))] as const
  return [
    {
      section: 'Applications',
      height: 4,
      panels: [
        stat('Applications', { queries: number(applications()) }),
        stat('Out of sync', {
          queries: number(applications('sync_status="OutOfSync"')),
          thresholds: from(1, 'orange'),
        }),
        stat('Degraded', { queries: number(applications('health_status="Degraded"')), thresholds: from(1, 'red') }),
        stat('In progress', {
          queries: number(applications('health_status="Progressing"')),
          thresholds: from(1, 'blue'),
        }),
        stat('Tried again', {
          description: 'Syncs that failed at least once, and are tried until they succeed.',
          queries: number(`${series('argo_application_sync_retries', 'phase="Running"')} > 0`),
          thresholds: from(1, 'red'),
        }),
      ],
    },
    {
      height: 9,
      panels: [
        table('Out of sync, or not healthy', {
          queries: [metrics(`${applications('sync_status!="Synced"')} or ${applications('health_status!="Healthy"')}`)],
          columns,
        }),
        table('All', { queries: [metrics(applications())], columns }),
      ],
    },
    {
      height: 8,
      panels: [
        timeseries('Syncs that ended', {
          description: 'One that is tried again until it succeeds has not ended before.',
          queries: [metrics(sumBy('phase', growth(series('argocd_app_sync_total'))), '{{phase}}')],
        }),
        timeseries('Failed attempts of the newest sync', {
          queries: [metrics(`${maxBy('name', series('argo_application_sync_retries'))} > 0`, '{{name}}')],
        }),
      ],
    },
  ]
}
