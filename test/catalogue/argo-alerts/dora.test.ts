import { describe, expect, test } from 'vitest'
import { deployments, failures, leadTime, timeToRestore } from '../../../generators/catalogue/argo-alerts/dora.ts'
import { without } from '../../support/lab-program.ts'
import { promtool, series, wrongWith } from './promtool.ts'

const retries = (labels: string, values: string) => series('argo_application_sync_retries', labels, values)
const deployed = (labels: string, since: string, from: number, until: number) => [
  series('argo_application_deployment_started_timestamp_seconds', labels, `${since} ${from}x240`),
  series('argo_application_deployed_timestamp_seconds', labels, `${since} ${until}x240`),
]

/** Two hours in which `shop` is degraded for ten minutes, and a sync of `cart` fails for five until it succeeds. */
const twoHours = [
  series('argocd_app_info', 'name="shop",health_status="Healthy"', '1x19 stale _x18 1x200'),
  series('argocd_app_info', 'name="shop",health_status="Degraded"', '_x20 1x19 stale'),
  series('argocd_app_info', 'name="cart",health_status="Progressing"', '1x240'),
  retries('name="cart",phase="Succeeded"', '0x59 stale _x9 3x200'),
  retries('name="cart",phase="Running"', '_x60 1x9 stale'),
  retries('name="shop",phase="Succeeded"', '2x240'),
  ...deployed('name="shop",id="0"', '', 40, 100),
  ...deployed('name="shop",id="1"', '_x16', 460, 480),
  ...deployed('name="cart",id="0"', '', 90, 100),
  ...deployed('name="cart",id="1"', '_x70', 1800, 2100),
]

const answer = (query: string, value: number) => {
  const sample = { expr: query.replaceAll('$project', 'web'), eval_time: '2h', exp_samples: [{ labels: '{}', value }] }
  return wrongWith(twoHours, { promql_expr_test: [sample] })
}

describe.skipIf(promtool === undefined)(
  promtool === undefined ? `skipped: ${without('promtool')}` : 'over two hours',
  () => {
    test('of two Applications, the second deployment of each counts', () => {
      expect(answer(`sum(${deployments('2h')})`, 2)).toBe('')
      // It would be seen if it were not so.
      expect(answer(`sum(${deployments('2h')})`, 3)).toContain('got:')
    })

    test('lead time is the median of all deployments, which took 10, 20, 60 and 300 seconds', () => {
      expect(answer(`quantile(0.5, ${leadTime})`, 40)).toBe('')
    })

    test('an Application that degrades fails once, and so does one whose sync fails until it succeeds', () => {
      expect(answer(`sum(${failures('2h')})`, 2)).toBe('')
    })

    test('time to restore is the mean of ten minutes and five', () => {
      expect(answer(timeToRestore('2h'), 7.5 * 60)).toBe('')
    })
  },
)
