import { describe, expect, test } from 'vitest'
import { dashboardOnce } from '../../../generators/check/rules/dashboard-once.ts'
import { manifests } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { home, homelab } from './platform.ts'

const fix = 'give one of them another'
const board = (component: string, name: string, uid: string) =>
  manifests({ name: component, objects: [], dashboards: [{ name, model: { uid, title: name } }] })

describe(dashboardOnce.because, () => {
  test('two dashboards of one file name', () => {
    expect(problemsOf(homelab([board('web', 'traffic', 'a'), board('api', 'traffic', 'b')]))).toEqual([
      [
        `${home}.api.dashboards.0.name`,
        `a dashboard of ${home}.web has the file traffic.json already, and Grafana would show one of the two`,
        fix,
      ],
    ])
  })

  test('two dashboards of one UID', () => {
    expect(problemsOf(homelab([board('web', 'web', 'same'), board('api', 'api', 'same')]))).toEqual([
      [
        `${home}.api.dashboards.0.model.uid`,
        `a dashboard of ${home}.web has the UID same already, and Grafana would show one of the two`,
        fix,
      ],
    ])
  })

  test('one dashboard in two clusters is silent', () => {
    const web = board('web', 'traffic', 'a')
    expect(problemsOf(fleet({ a: { components: [web] }, b: { components: [web] } }))).toEqual([])
  })
})
