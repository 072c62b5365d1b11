import { describe, expect, test } from 'vitest'
import { alloy } from '../../../generators/catalogue/alloy/alloy.ts'
import type { LogAgentOptions } from '../../../generators/catalogue/log-agent/log-agent.ts'
import { promtail } from '../../../generators/catalogue/promtail/promtail.ts'
import { unknownKeys } from '../../../generators/charts/unknown-keys.ts'
import type { HelmDefinition } from '../../../generators/fleet/component.ts'
import { at, compact } from '../../../generators/plan/values.ts'
import { base, watched, where } from '../where.ts'

const definitions = {
  promtail: promtail.definition as HelmDefinition<LogAgentOptions>,
  alloy: alloy.definition as HelmDefinition<LogAgentOptions>,
}

test('one agent takes the options of the other', () => {
  expect(Object.keys(definitions.alloy.options)).toEqual(Object.keys(definitions.promtail.options))
  expect(definitions.alloy.defaults).toEqual(definitions.promtail.defaults)
})

/** Where each chart is told the same thing. */
const paths = {
  promtail: { resources: 'resources', tolerations: 'tolerations', labels: 'serviceMonitor.labels' },
  alloy: {
    resources: 'alloy.resources',
    tolerations: 'controller.tolerations',
    labels: 'serviceMonitor.additionalLabels',
  },
}

describe.each(['promtail', 'alloy'] as const)('%s', (agent) => {
  const definition = definitions[agent]
  const here = where(agent, { 'loki-push': 'http://logs-gateway.monitoring.svc.cluster.local' })
  const values = (options: LogAgentOptions = {}, place = here) =>
    compact(definition.values({ ...definition.defaults, ...options }, place))

  test('runs on every node, whatever it is set apart for', () => {
    expect(at(values(), paths[agent].tolerations)).toEqual([{ operator: 'Exists' }])
  })

  test('sends to the Loki that was found', () => {
    expect(JSON.stringify(values())).toContain('http://logs-gateway.monitoring.svc.cluster.local/loki/api/v1/push')
  })

  test('usually sends to the Loki of its namespace', () => {
    expect(JSON.stringify(values({}, base(definition)))).toContain(
      'http://loki-gateway.monitoring.svc.cluster.local/loki/api/v1/push',
    )
  })

  test('takes no more than it is told', () => {
    const resources = { limits: { memory: '1Gi' } } as const
    expect(at(values({ resources }), paths[agent].resources)).toEqual(resources)
  })

  test('is scraped by the Prometheus that was found', () => {
    expect(at(values(), 'serviceMonitor.enabled')).toBe(true)
    expect(at(values(), paths[agent].labels)).toEqual(watched)
  })

  test('waits for Loki', () => {
    expect(definition.requires?.({}, here)).toMatchObject([
      { kind: 'endpoint', name: 'loki-push' },
      { kind: 'crd', group: 'monitoring.coreos.com' },
      { kind: 'monitor-labels' },
    ])
  })

  test('the chart knows every key', () => {
    expect(unknownKeys(definition.chart.keys, values())).toEqual([])
    expect(unknownKeys(definition.chart.keys, compact(definition.values({}, where(agent))))).toEqual([])
  })
})
