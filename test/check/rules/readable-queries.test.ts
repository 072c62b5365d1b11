import { describe, expect, test } from 'vitest'
import { readableQueries } from '../../../generators/check/rules/readable-queries.ts'
import { kubePrometheusStack } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { answering, dashboard, model, panelAt, panels, ruleAt, rules } from './asking.ts'
import { home, homelab, wrong } from './platform.ts'

describe(readableQueries.because, () => {
  test('a bracket too few in an alert', () => {
    const alert = { alert: 'Down', expr: 'sum(rate(prometheus_http_requests_total[5m]) > 1' }
    expect(problemsOf(homelab([...answering, rules(alert)]))).toEqual([
      [
        ruleAt(0),
        'alert Down of PrometheusRule web cannot be run: at character 4 the query has a ( that is never closed',
        'correct the query: sum(rate(prometheus_http_requests…',
      ],
    ])
  })

  test('a function that does not exist, on the second line of a panel', () => {
    expect(problemsOf(homelab([...answering, dashboard(panels('up == 1', 'up\n  + rte(up[5m])'))]))).toEqual([
      [
        panelAt(1),
        'panel "B" of the dashboard Web cannot be run: at line 2, character 5 the query calls rte(), which PromQL does not know, but rate()',
        'correct the query: up + rte(up[5m])',
      ],
    ])
  })

  test('a LogQL query that selects everything', () => {
    const target = { datasource: { type: 'loki', uid: 'loki' }, expr: '{app=~".*"} |= "error"' }
    expect(problemsOf(homelab([...answering, dashboard(panels(target))]))).toEqual([
      [
        panelAt(0),
        'panel "A" of the dashboard Web cannot be run: at character 1 the query selects every stream there is; name a label that must not be empty',
        'correct the query: {app=~".*"} |= "error"',
      ],
    ])
  })

  test('a range where an alert needs a number', () => {
    expect(problemsOf(homelab([...answering, rules({ alert: 'Down', expr: 'up[5m]' })]))).toEqual([
      [
        ruleAt(0),
        'alert Down of PrometheusRule web cannot be run: its query is a range',
        'ask for a number or for series of an instant: rate(…[5m])',
      ],
    ])
  })

  test('a variable that the dashboard lacks', () => {
    const list = [{ name: 'known', type: 'textbox' }]
    const more = { templating: { list }, ...panels('up{job="$known", pod="$unknown"}[$__range]') }
    expect(problemsOf(homelab([...answering, dashboard(more)]))).toEqual([
      [
        panelAt(0),
        'panel "A" of the dashboard Web names the variable $unknown, which the dashboard does not have',
        'add the variable to the dashboard, or write what it stands for',
      ],
    ])
  })

  test("a query of a template variable, and a rule among the stack's own values", () => {
    const variable = {
      name: 'pod',
      type: 'query',
      datasource: { type: 'prometheus', uid: 'prometheus' },
      query: { query: 'label_values(up{job=web}, pod)', refId: 'A' },
    }
    const values = wrong({
      additionalPrometheusRulesMap: { own: { groups: [{ rules: [{ alert: 'Down', expr: 'up ==' }] }] } },
    })
    const [, ...others] = answering
    const fleet = homelab([kubePrometheusStack({ values }), ...others, dashboard({ templating: { list: [variable] } })])
    expect(problemsOf(fleet)).toEqual([
      [
        `${home}.kube-prometheus-stack.values.additionalPrometheusRulesMap.own.groups.0.rules.0.expr`,
        'alert Down of PrometheusRule own cannot be run: at character 6 the query ends too early',
        'correct the query: up ==',
      ],
      [
        `${model}.templating.list.0.query.query`,
        'variable pod of the dashboard Web cannot be run: at character 21 the query has web where it is not expected',
        'correct the query: label_values(up{job=web}, pod)',
      ],
    ])
  })
})
