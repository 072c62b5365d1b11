import { describe, expect, test } from 'vitest'
import { labelledLogs } from '../../../generators/check/rules/labelled-logs.ts'
import { lokiSingle } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { says } from '../../support/says.ts'
import { planned } from './planned.ts'

const told = (...clusters: Parameters<typeof fleet>) => says(planned(labelledLogs, fleet(...clusters)))

const hub = (otlpLabels?: readonly string[]) =>
  told({ hub: { role: 'hub', components: [lokiSingle(otlpLabels === undefined ? {} : { otlpLabels })] } })

const without = (missing: string) => [
  [
    'clusters.hub.namespaces.monitoring.loki-single',
    `loki-single makes no label of ${missing}, so that the lines of hub and its edges cannot be told apart`,
    "write otlpLabels: ['cluster.id', 'cluster.role'], which is limits_config.otlp_config in its own words",
  ],
]

describe(labelledLogs.because, () => {
  test('a Loki at a hub that makes a label of neither', () => {
    expect(hub()).toEqual(without('cluster.id and cluster.role'))
  })

  test('of one of them', () => {
    expect(hub(['cluster.id'])).toEqual(without('cluster.role'))
  })
})

test('one that makes labels of both is right, and so is one in a cluster of no federation', () => {
  expect(hub(['cluster.id', 'cluster.role', 'tenant'])).toEqual([])
  expect(told({ tower: { components: [lokiSingle()] } })).toEqual([])
})
