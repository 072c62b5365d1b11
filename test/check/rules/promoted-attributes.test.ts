import { describe, expect, test } from 'vitest'
import { promotedAttributes } from '../../../generators/check/rules/promoted-attributes.ts'
import { grafana, manifests, prometheus } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { dashboard, panels } from './asking.ts'
import { home, homelab } from './platform.ts'

/** Sends what nodes say of themselves, with two attributes of each. */
const sender = manifests({
  name: 'sender',
  objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'sender' } }],
  provides: () => [
    { kind: 'metrics', exporter: 'node-exporter', through: 'otlp' },
    { kind: 'scrapes', through: 'otlp', labels: ['cluster_id', 'job', 'k8s_node_name'] },
  ],
})

const load = 'max by (k8s_node_name) (node_load1{job="nodes"})'
const told = (query: string, receivers: object) =>
  problemsOf(
    homelab([prometheus({ receivers: { otlp: true, ...receivers } }), grafana, sender, dashboard(panels(query))]),
  )

describe(promotedAttributes.because, () => {
  test('what is asked for must be made a label of', () => {
    expect(told(load, { promote: ['cluster.id'] })).toEqual([
      [
        expect.stringContaining(`${home}.prometheus`),
        'prometheus makes no label of the attributes behind k8s_node_name, which dashboards or rules ask for',
        'leave receivers.promote out, for by default it has all that our collectors say; or add them to it',
      ],
    ])
  })

  test('nothing is said where it is', () => {
    expect(told(load, { promote: ['k8s.node.name'] })).toEqual([])
    expect(told(load, {})).toEqual([])
  })

  test('nor of what nobody asks for', () => {
    expect(told('max(node_load1)', { promote: [] })).toEqual([])
  })
})
