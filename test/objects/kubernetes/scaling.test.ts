import { describe, expect, test } from 'vitest'
import { validateObject } from '../../../generators/check/schema/validate.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { horizontalPodAutoscaler } from '../../../generators/objects/kubernetes/horizontal-pod-autoscaler.ts'
import { loadBalancer } from '../../../generators/objects/kubernetes/load-balancer.ts'
import { statefulSet } from '../../../generators/objects/kubernetes/stateful-set.ts'
import { compact } from '../../../generators/plan/values.ts'
import { schemas } from '../../check/schema/package-schemas.ts'

const pod = { name: 'store', user: 1000, container: { name: 'store', image: 'example/store:1.0' } }
const stateful = (replicas?: number | 'autoscaled') =>
  compact(
    statefulSet({ ...pod, claim: { name: 'data', size: '5Gi' }, ...(replicas === undefined ? {} : { replicas }) }),
  )

describe('a StatefulSet', () => {
  test('of one Pod is as it was', () => {
    expect(stateful()).toMatchObject({ spec: { replicas: 1 } })
    expect(stateful().spec).not.toHaveProperty('podManagementPolicy')
  })

  test('of several Pods starts them all at once, on different nodes where their volumes allow it', () => {
    expect(stateful(3)).toMatchObject({
      spec: {
        replicas: 3,
        podManagementPolicy: 'Parallel',
        template: {
          spec: {
            topologySpreadConstraints: [
              { whenUnsatisfiable: 'ScheduleAnyway', matchLabelKeys: ['controller-revision-hash'] },
            ],
          },
        },
      },
    })
  })

  test('that is scaled leaves the number to whoever scales it', () => {
    expect(stateful('autoscaled').spec).not.toHaveProperty('replicas')
  })
})

test('Pods come quickly and go slowly, one at a time', () => {
  const scaler = horizontalPodAutoscaler({
    name: 'store',
    kind: 'StatefulSet',
    min: 2,
    max: 5,
    cpu: 70,
    calmSeconds: 600,
  })
  expect(scaler.spec.behavior).toEqual({
    scaleDown: { stabilizationWindowSeconds: 600, policies: [{ type: 'Pods', value: 1, periodSeconds: 600 }] },
  })
  expect(validateObject(scaler as KubernetesObject, schemas)).toEqual([])
})

test('a load balancer may lead to other ports than its own', () => {
  const ports = [{ name: 'web', port: 443, to: 'edges' }]
  const balancer = compact(loadBalancer({ name: 'store-outside', workload: 'store', ports })) as KubernetesObject
  expect(balancer.spec).toEqual({
    type: 'LoadBalancer',
    selector: { 'app.kubernetes.io/name': 'store' },
    ports: [{ name: 'web', port: 443, targetPort: 'edges' }],
  })
  expect(validateObject(balancer, schemas)).toEqual([])
})
