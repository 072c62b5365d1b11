import { expect, test } from 'vitest'
import { signalsToTheHub } from '../../../generators/check/rules/signals-to-the-hub.ts'
import { manifests } from '../../../generators/fleet/application.ts'
import { objectName } from '../../../generators/fleet/checks/scalars.ts'
import type { CommonOptions } from '../../../generators/fleet/component.ts'
import { manifestsComponent } from '../../../generators/fleet/define-component.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'

const named = (name: string) => [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } }]

const takes = manifests({
  name: 'takes',
  objects: named('takes'),
  provides: () => [{ kind: 'endpoint', name: 'otlp', url: 'http://takes:4317', outside: 'https://takes.example:4317' }],
})

const sends = manifestsComponent<CommonOptions & { readonly to?: string }>({
  name: 'sends',
  tier: 'apps',
  options: { to: objectName },
  objects: () => named('sends'),
  requires: ({ to = '' }) => [{ kind: 'endpoint', name: 'otlp', in: to }],
})

const sendsTo = (to: string) => sends({ to })

const hub = { role: 'hub', components: [takes()] } as const
const edge = { role: 'edge', components: [takes()] } as const

test(signalsToTheHub.because, () => {
  const wrong = fleet({
    hub: { ...hub, components: [takes(), sendsTo('edge-1')] },
    'edge-1': edge,
    'edge-2': { ...edge, components: [sendsTo('edge-1')] },
    other: { components: [sendsTo('edge-1')] },
  })
  expect(problemsOf(wrong)).toEqual(
    ['hub', 'edge-2', 'other'].map((cluster) => [
      `clusters.${cluster}.namespaces.monitoring.sends`,
      'sends sends its signals to edge-1, which is an edge and keeps none',
      'send them to the hub: leave out edge-1, or give it another role',
    ]),
  )
})

test('what goes to the hub, or to a cluster of no federation, is right', () => {
  expect(
    problemsOf(
      fleet({
        hub,
        'edge-1': { ...edge, components: [sendsTo('hub')] },
        'edge-2': { ...edge, components: [sendsTo('lake')] },
        lake: { components: [takes()] },
      }),
    ),
  ).toEqual([])
})
