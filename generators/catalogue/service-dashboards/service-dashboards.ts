import type { Where } from '../../fleet/component.ts'
import { manifestsComponent } from '../../fleet/define-component.ts'
import { loki, prometheus } from '../../objects/grafana/query.ts'
import { logsDashboard } from './logs-dashboard.ts'
import { type ServiceDashboardsOptions, serviceDashboardsChecks } from './options.ts'
import { overviewDashboard } from './overview-dashboard.ts'

/**
 * Two dashboards for services of one's own, which ask for nothing but what Kubernetes knows of any container: whether
 * they are well, what they take, and what they log.
 */
export const serviceDashboards = manifestsComponent<ServiceDashboardsOptions>({
  name: 'service-dashboards',
  tier: 'apps',
  options: serviceDashboardsChecks,
  objects: () => [],
  dashboards: ({ services = [], namespace }, where) => {
    if (services.length === 0) return []
    const subject = { name: where.name, services, namespace: namespace ?? where.namespace }
    return [
      overviewDashboard(subject, prometheus(uidOf('prometheus', where))),
      logsDashboard(subject, loki(uidOf('loki', where))),
    ]
  },
  requires: () => [{ kind: 'all', of: 'datasource' }],
})

/** The UID of the cluster's datasource of a type. Ours are called like their type, which the base layer takes for granted. */
const uidOf = (type: 'loki' | 'prometheus', { found }: Where): string =>
  found.all('datasource')?.find((one) => one.type === type)?.uid ?? type
