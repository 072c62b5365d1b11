import { describe, expect, test } from 'vitest'
import { alloy } from '../../generators/catalogue/alloy/alloy.ts'
import { kubePrometheusStack } from '../../generators/catalogue/kube-prometheus-stack/kube-prometheus-stack.ts'
import { loki } from '../../generators/catalogue/loki/loki.ts'
import { minio } from '../../generators/catalogue/minio/minio.ts'
import { promtail } from '../../generators/catalogue/promtail/promtail.ts'
import { unknownKeys } from '../../generators/charts/unknown-keys.ts'
import type { HelmDefinition, Options } from '../../generators/fleet/component.ts'
import type { Place } from '../../generators/fleet/define-component.ts'
import type { NodePool, Taint } from '../../generators/fleet/traits.ts'
import { evaluate } from '../../generators/plan/evaluate.ts'
import { at, difference, merge } from '../../generators/plan/values.ts'
import { base } from './where.ts'

/** The nodes of the cluster `platform`. */
const platform: Record<string, NodePool> = {
  backup: { nodes: ['worker04'], taints: ['storage=hdd:NoSchedule'], stateful: false },
  edge: { taints: ['metallb=disabled:NoSchedule'] },
}

const values = ({ definition }: Place<never>, nodePools?: Record<string, NodePool>, own: Options = {}) => {
  const options = merge((definition.defaults ?? {}) as Options, own)
  const made = evaluate(definition, options, { ...base(definition), ...(nodePools && { nodePools }) })
  return made.kind === 'helm' ? made.values : {}
}

const offWorker04 = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'NotIn', values: ['worker04'] }] },
      ],
    },
  },
}

describe('what keeps data keeps off the nodes that are no place for it, and says so there alone:', () => {
  test.each<[string, Place<never>, Options, unknown]>([
    [
      'Prometheus and Alertmanager',
      kubePrometheusStack,
      {},
      {
        prometheus: { prometheusSpec: { affinity: offWorker04 } },
        alertmanager: { alertmanagerSpec: { affinity: offWorker04 } },
      },
    ],
    [
      'Grafana too, where it has a volume',
      kubePrometheusStack,
      { grafana: { size: '5Gi' } },
      {
        prometheus: { prometheusSpec: { affinity: offWorker04 } },
        alertmanager: { alertmanagerSpec: { affinity: offWorker04 } },
        grafana: { affinity: offWorker04 },
      },
    ],
    ['Loki', loki, {}, { singleBinary: { affinity: offWorker04 } }],
    ['MinIO', minio, {}, { affinity: offWorker04 }],
  ])('%s', (_, component, own, expected) => {
    const there = values(component, platform, own)
    expect(difference(values(component, undefined, own), there)).toEqual(expected)
    expect(unknownKeys((component.definition as HelmDefinition).chart.keys, there)).toEqual([])
  })
})

interface Toleration {
  readonly operator?: string
  readonly key?: string
  readonly value?: string
  readonly effect?: string
}

/** As the scheduler decides it. */
const tolerates = ({ operator = 'Equal', ...toleration }: Toleration, taint: Taint): boolean => {
  const [, key, value = '', effect] = taint.match(/^([^=:]+)(?:=([^:]*))?:(\w+)$/) ?? []
  const asks = (asked: string | undefined, has: string | undefined) => asked === undefined || asked === has
  return (
    asks(toleration.effect, effect) &&
    asks(toleration.key, key) &&
    (operator === 'Exists' || (toleration.key !== undefined && (toleration.value ?? '') === value))
  )
}

describe('what belongs on every node is kept off none by a taint, the control plane’s included:', () => {
  const taints: readonly Taint[] = [
    ...Object.values(platform).flatMap(({ taints = [] }) => taints),
    'node-role.kubernetes.io/control-plane:NoSchedule',
    'dedicated=gpu:NoExecute',
  ]
  test.each<[string, Place<never>, string]>([
    ['node-exporter', kubePrometheusStack, 'prometheus-node-exporter.tolerations'],
    ['Promtail', promtail, 'tolerations'],
    ['Alloy', alloy, 'controller.tolerations'],
  ])('%s', (_, component, path) => {
    const tolerations = at(values(component, platform), path) as Toleration[]
    expect(taints.filter((taint) => !tolerations.some((one) => tolerates(one, taint)))).toEqual([])
  })
})
