import type { Dashboard } from '../../fleet/component.ts'
import { dashboard } from '../../objects/grafana/dashboard.ts'
import { selector, sumBy } from '../../objects/grafana/expressions.ts'
import { logs } from '../../objects/grafana/logs.ts'
import type { Loki } from '../../objects/grafana/query.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'
import { typed } from '../../objects/grafana/variables.ts'
import { ofServices, type Subject, serviceChoice } from './subject.ts'

/** What a line of trouble has in it, whatever the service's own format. */
const trouble = '(?i)\\b(error|fatal|panic|exception)\\b'

/** What the services log: how much, how much of it is trouble, and the lines. */
export const logsDashboard = (subject: Subject, lines: Loki): Dashboard => {
  const all = selector('', ...ofServices(subject))
  const count = (expr: string) => lines(sumBy('container', `count_over_time(${expr} [$__interval])`), '{{container}}')
  return {
    name: `${subject.name}-logs`,
    model: dashboard({
      uid: `${subject.name}-logs`,
      title: `Logs of ${subject.namespace}`,
      tags: ['logs', subject.namespace],
      variables: [serviceChoice(subject), typed('search', 'Search')],
      bands: [
        {
          height: 7,
          panels: [
            timeseries('Lines', { queries: [count(all)] }),
            timeseries('Lines of trouble', { queries: [count(`${all} |~ \`${trouble}\``)] }),
          ],
        },
        { height: 10, panels: [logs('Trouble', { queries: [lines(`${all} |~ \`${trouble}\``)] })] },
        { height: 16, panels: [logs('All lines', { queries: [lines(`${all} |~ \`(?i)$search\``)] })] },
      ],
    }),
  }
}
