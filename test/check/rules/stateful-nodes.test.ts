import { describe, expect, test } from 'vitest'
import { statefulNodes } from '../../../generators/check/rules/stateful-nodes.ts'
import type { NodePool } from '../../../generators/fleet/traits.ts'
import { minio } from '../../../generators/fleetwright.ts'
import { store } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, claim, deployment, statefulSet } from './objects.ts'
import { home, homelab } from './platform.ts'

const cluster = (backup: NodePool) => ({ nodePools: { backup: { stateful: false, ...backup } } })
const worker = cluster({ nodes: ['worker04'] })
const term = (key: string, operator: string, values?: readonly string[]) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key, operator, ...(values === undefined ? {} : { values }) }] }],
    },
  },
})
const away = term('kubernetes.io/hostname', 'NotIn', ['worker04'])
const reason = (what: string) =>
  `${what} keeps data on a volume, and may land on the nodes backup, where nothing stateful belongs`
const spec = `${home}.app.objects.0.spec.template.spec`

describe(statefulNodes.because, () => {
  test('a StatefulSet that may run anywhere', () => {
    expect(problemsOf(homelab([app(statefulSet())], worker))).toEqual([
      [spec, reason('StatefulSet db'), 'keep it away by nodeAffinity: kubernetes.io/hostname NotIn [worker04]'],
    ])
  })

  test('a Deployment with a claim, kept away from another node', () => {
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }]
    const pod = { volumes, affinity: term('kubernetes.io/hostname', 'NotIn', ['worker05']) }
    expect(problemsOf(homelab([app(deployment({ pod }), claim('1Gi'))], worker)).map(([place]) => place)).toEqual([
      spec,
    ])
  })

  test('a chart that is told of a volume and not of the nodes', () => {
    expect(problemsOf(homelab([store], cluster({ labels: { disk: 'slow' } })))).toEqual([
      [`${home}.store`, reason('store (persistence.size)'), 'keep it away by nodeAffinity: disk NotIn [slow]'],
    ])
  })
})

test.each([
  ['by an affinity to other nodes', { affinity: away }, worker],
  ['by a label that the pool does not carry', { nodeSelector: { disk: 'ssd' } }, cluster({ labels: { disk: 'slow' } })],
  [
    'by a label that it must not carry',
    { affinity: term('disk', 'DoesNotExist') },
    cluster({ labels: { disk: 'slow' } }),
  ],
  ['by a taint', {}, cluster({ taints: ['storage=hdd:NoSchedule'] })],
])('what is kept away is silent: %s', (_, pod, pools) => {
  const ssd = { nodePools: { ...pools.nodePools, fast: { labels: { disk: 'ssd' } } } }
  expect(problemsOf(homelab([app(statefulSet({ pod }))], ssd))).toEqual([])
})

test('a taint that is tolerated keeps nothing away', () => {
  const pod = { tolerations: [{ key: 'storage', operator: 'Equal', value: 'hdd', effect: 'NoSchedule' }] }
  const pools = cluster({ taints: ['storage=hdd:NoSchedule'] })
  expect(problemsOf(homelab([app(statefulSet({ pod }))], pools))).toEqual([
    [spec, reason('StatefulSet db'), 'let it not tolerate their taints'],
  ])
})

test('a chart that is told beside its volume is silent, and so is all without such nodes', () => {
  expect(problemsOf(homelab([store({ values: { affinity: away } })], worker))).toEqual([])
  expect(problemsOf(homelab([minio(), app(statefulSet(), deployment())]))).toEqual([])
})
