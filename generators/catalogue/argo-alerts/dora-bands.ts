import { sumBy } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { stat } from '../../objects/grafana/stat.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'
import { deployments, failures, leadTime, timeToRestore } from './dora.ts'

/** What each panel measures, to the word. */
const measured = {
  deployments:
    'Syncs that changed what an Application deploys, in the time that the dashboard shows. The first one of a new Application does not count, and neither does a repair of what somebody changed by hand.',
  leadTime:
    'From the start of the sync that deployed a revision until it was applied: the median over the newest ten deployments of each Application. What came before, from the commit through its review until Argo CD saw it, no metric of this cluster knows.',
  failureRate:
    'How often an Application became degraded or began to fail its sync, for each deployment. A sync that failed at first and succeeded when it was tried again counts as well.',
  timeToRestore:
    'How long an Application stayed degraded, or its sync failed, until neither was so any more: the mean over the failures that ended in the time that the dashboard shows, to the minute.',
}

const overall = '$__range'
const daily = '1d'

/** The four metrics by which DORA tells how software is delivered. */
export const doraBands = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'In the time shown',
    height: 5,
    panels: [
      stat('Deployments a day', {
        description: measured.deployments,
        queries: [metrics(`sum(${deployments(overall)}) / ($__range_s / 86400)`)],
      }),
      stat('Lead time, from sync to deployed', {
        description: measured.leadTime,
        unit: 's',
        queries: [metrics(`quantile(0.5, ${leadTime})`)],
      }),
      stat('Change failure rate', {
        description: measured.failureRate,
        unit: 'percentunit',
        queries: [metrics(`clamp_max(sum(${failures(overall)}) / sum(${deployments(overall)}), 1)`)],
      }),
      stat('Time to restore', {
        description: measured.timeToRestore,
        unit: 's',
        queries: [metrics(timeToRestore(overall))],
      }),
    ],
  },
  {
    section: 'Day by day',
    height: 9,
    panels: [
      timeseries('Deployments in a day', {
        description: measured.deployments,
        queries: [metrics(sumBy('project', deployments(daily)), '{{project}}')],
      }),
      timeseries('Lead time, from sync to deployed', {
        description: measured.leadTime,
        unit: 's',
        queries: [metrics(`quantile by (project) (0.5, ${leadTime})`, '{{project}}')],
      }),
    ],
  },
  {
    height: 9,
    panels: [
      timeseries('Failures in a day', {
        description: measured.failureRate,
        queries: [metrics(sumBy('project', failures(daily)), '{{project}}')],
      }),
      timeseries('Time to restore, over a day', {
        description: measured.timeToRestore,
        unit: 's',
        queries: [metrics(timeToRestore(daily), 'all')],
      }),
    ],
  },
]
