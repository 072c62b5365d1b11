import { describe, expect, test } from 'vitest'
import { knownLogLabels } from '../../../generators/check/rules/known-log-labels.ts'
import { kubePrometheusStack, loki, minio } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { answering, dashboard, panelAt, panels } from './asking.ts'
import { homelab } from './platform.ts'

const target = (expr: string) => ({ datasource: { type: 'loki', uid: 'loki' }, expr })
const asks = (...queries: readonly string[]) =>
  problemsOf(homelab([...answering, dashboard(panels(...queries.map(target)))]))

describe(knownLogLabels.because, () => {
  test('a stream is asked for by a label that no agent sets', () => {
    expect(asks('{container_name="ac-service"} |= "error"')).toEqual([
      [
        panelAt(0),
        'panel "A" of the dashboard Web asks for log lines by the label container_name, which no line in homelab has',
        'write container',
      ],
    ])
  })

  test('a label that nothing parsed out of the lines', () => {
    expect(asks('sum by (severity) (count_over_time({app="web"}[5m]))')).toEqual([
      [
        panelAt(0),
        'panel "A" of the dashboard Web asks for log lines by the label severity, which no line in homelab has',
        'use one that they have: app, container, detected_level, filename, job, namespace, node_name, pod, service_name, stream; or parse the lines first: | json',
      ],
    ])
  })

  test('a label that the aggregation inside took away', () => {
    expect(asks('sum by (pod) (sum by (app) (rate({app="web"}[5m])))')).toEqual([
      [
        panelAt(0),
        'panel "A" of the dashboard Web uses the label pod, where what is inside has it no more',
        'keep pod in the aggregation inside, or take it out here',
      ],
    ])
  })

  test('a cluster in which no agent runs', () => {
    const fleet = homelab([kubePrometheusStack(), minio(), loki(), dashboard(panels(target('{app="web"}')))])
    expect(problemsOf(fleet)).toEqual([
      [
        panelAt(0),
        'panel "A" of the dashboard Web asks for log lines, and nothing in homelab sends any to Loki',
        'add an agent that does: promtail() or alloy()',
      ],
    ])
  })
})

test('labels of the agent and those that a parser makes are silent', () => {
  expect(asks('{namespace="web", pod=~".+"} | json | level="error"', 'rate({app="web"} | logfmt [5m])')).toEqual([])
})
