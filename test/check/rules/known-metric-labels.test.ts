import { describe, expect, test } from 'vitest'
import { knownMetricLabels } from '../../../generators/check/rules/known-metric-labels.ts'
import { problemsOf } from '../../support/problems.ts'
import { answering, dashboard, model, panelAt, panels, rules } from './asking.ts'
import { homelab } from './platform.ts'

const asks = (...queries: readonly (object | string)[]) =>
  problemsOf(homelab([...answering, dashboard(panels(...queries))]))
const whoAsks = 'panel "A" of the dashboard Web asks for'

describe(knownMetricLabels.because, () => {
  test("a condition on another platform's label", () => {
    expect(asks('rate(container_cpu_usage_seconds_total{container_label_service="ac-service"}[5m])')).toEqual([
      [
        panelAt(0),
        `${whoAsks} container_cpu_usage_seconds_total by its label container_label_service, which it does not have`,
        'use one that it has: container, cpu, endpoint, id, image, instance, job, metrics_path, name, namespace, node, pod, service',
      ],
    ])
  })

  test('a label that a query groups by', () => {
    expect(asks('sum by (pod_name) (kube_pod_status_phase)')).toEqual([
      [
        panelAt(0),
        `${whoAsks} kube_pod_status_phase with pod_name in by, which it does not have`,
        'use one that it has: container, endpoint, instance, job, namespace, phase, pod, service, uid',
      ],
    ])
  })

  test('a label that the aggregation inside took away', () => {
    expect(asks('sum by (pod) (sum by (namespace) (up))')).toEqual([
      [
        panelAt(0),
        'panel "A" of the dashboard Web uses the label pod in by, where what is inside has it no more',
        'keep pod in the aggregation inside, or take it out here',
      ],
    ])
  })

  test('quantiles of buckets that were added up without their bounds', () => {
    const query = 'histogram_quantile(0.9, sum by (job) (rate(prometheus_http_request_duration_seconds_bucket[5m])))'
    expect(asks(query)).toEqual([
      [
        panelAt(0),
        'panel "A" of the dashboard Web uses the label le in histogram_quantile, where what is inside has it no more',
        'keep le in the aggregation inside, or take it out here',
      ],
    ])
  })

  test('a label in a legend', () => {
    expect(asks({ expr: 'sum by (job) (up)', legendFormat: '{{ job }} on {{instance}}' })).toEqual([
      [
        panelAt(0),
        'panel "A" of the dashboard Web uses the label instance in its legend, where what is inside has it no more',
        'keep instance in the aggregation inside, or take it out here',
      ],
    ])
  })

  test('a label whose values a variable offers', () => {
    const variable = {
      name: 'node',
      type: 'query',
      datasource: { type: 'prometheus', uid: 'prometheus' },
      query: 'label_values(kube_node_info, nodename)',
    }
    expect(problemsOf(homelab([...answering, dashboard({ templating: { list: [variable] } })]))).toEqual([
      [
        `${model}.templating.list.0.query`,
        'variable node of the dashboard Web asks for kube_node_info with nodename in label_values, which it does not have',
        'write node',
      ],
    ])
  })

  test('a label of a recorded series is what its rule leaves of it', () => {
    const record = { record: 'phase:pods:sum', expr: 'sum by (phase) (kube_pod_status_phase)', labels: { team: 'a' } }
    const found = problemsOf(
      homelab([
        ...answering,
        rules(
          record,
          { alert: 'A', expr: 'sum by (phase, team) (phase:pods:sum) > 1' },
          { alert: 'B', expr: 'phase:pods:sum{namespace="web"} > 1' },
        ),
      ]),
    )
    expect(found.map(([, ...said]) => said)).toEqual([
      [
        'alert B of PrometheusRule web asks for phase:pods:sum by its label namespace, which it does not have',
        'use one that it has: phase, team',
      ],
    ])
  })
})

test('labels that are there, that need not be there, or that nobody can know are silent', () => {
  expect(
    asks(
      'kube_pod_info{node!="", nothing_like_it="", job=~".*"}',
      'sum without (nothing_like_it) (up) / ignoring (nothing_like_it) up',
      'sum by (cluster, job, exported_namespace) (kube_pod_info)',
      'kube_pod_labels{label_team="a"}',
      'ALERTS{severity="page"}',
      'loki_something_that_is_new_total{whatever="x"}',
      'label_replace(up, "who", "$1", "job", "(.*)") * on (who) group_left () label_replace(up, "who", "", "", "")',
      'node_cpu_seconds_total{node="a", instance="b", mode="idle"}',
      { expr: 'count_values("phase", kube_pod_status_phase)', legendFormat: '{{phase}} {{__name__}}' },
    ),
  ).toEqual([])
})
