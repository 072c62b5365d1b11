import { describe, expect, test } from 'vitest'
import { validateObject } from '../../../generators/check/schema/validate.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { daemonSet } from '../../../generators/objects/kubernetes/daemon-set.ts'
import { deployment } from '../../../generators/objects/kubernetes/deployment.ts'
import { hostFolder } from '../../../generators/objects/kubernetes/host-folder.ts'
import { claimVolume, persistentVolumeClaim } from '../../../generators/objects/kubernetes/persistent-volume-claim.ts'
import { statefulSet } from '../../../generators/objects/kubernetes/stateful-set.ts'
import { compact } from '../../../generators/plan/values.ts'
import { schemas } from '../../check/schema/package-schemas.ts'

const pod = { name: 'store', user: 1000, container: { name: 'store', image: 'example/store:1.0' } }
const claim = { name: 'data', size: '5Gi', storageClass: 'fast' }

describe('a StatefulSet', () => {
  const { spec } = statefulSet({ ...pod, claim })

  test('claims a volume, which outlives it', () => {
    expect(spec.volumeClaimTemplates).toEqual([
      {
        metadata: { name: 'data' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'fast',
          resources: { requests: { storage: '5Gi' } },
        },
      },
    ])
    expect(spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Retain', whenScaled: 'Retain' })
  })

  test('may write to its volume, although its program is not root', () => {
    expect(spec.template.spec.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 1000,
      fsGroup: 1000,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    })
  })

  test('is found by the Service of its name', () => {
    expect(spec.serviceName).toBe('store')
  })
})

describe('a Deployment that takes what few nodes have', () => {
  const on = { nodeSelector: { pool: 'gpu' }, tolerations: [{ key: 'gpu', operator: 'Exists' as const }] }
  const { spec } = compact(deployment({ ...pod, on, oneByOne: true, deadlineSeconds: 1800 })) as KubernetesObject & {
    spec: { template: { spec: unknown } }
  }

  test('runs on these nodes alone, and a Pod ends before another takes its place', () => {
    expect(spec).toMatchObject({
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      progressDeadlineSeconds: 1800,
      template: { spec: on },
    })
  })

  test('is otherwise like any other, whose new Pods come first', () => {
    expect(compact(deployment(pod))).not.toHaveProperty('spec.strategy')
    expect(compact(deployment(pod))).not.toHaveProperty('spec.progressDeadlineSeconds')
  })
})

describe('a Deployment that writes to a claim', () => {
  const objects = [
    persistentVolumeClaim('store', claim),
    deployment({ ...pod, replicas: 1, writesClaim: true, volumes: [claimVolume('data', 'store')] }),
  ].map((object) => compact(object))

  test('lets go of it before it is replaced, and may write to it although it is not root', () => {
    expect(objects).toMatchObject([
      { kind: 'PersistentVolumeClaim', metadata: { name: 'store' }, spec: { storageClassName: 'fast' } },
      {
        spec: {
          strategy: { type: 'Recreate' },
          template: {
            spec: {
              securityContext: { runAsUser: 1000, fsGroup: 1000 },
              volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'store' } }],
            },
          },
        },
      },
    ])
  })

  test('is as Kubernetes wants it', () => {
    expect(objects.flatMap((object) => validateObject(object as KubernetesObject, schemas))).toEqual([])
  })

  test('is replaced Pod by Pod otherwise, and owns nothing', () => {
    const { strategy, template } = deployment(pod).spec
    expect(strategy).toBeUndefined()
    expect(template.spec.securityContext.fsGroup).toBeUndefined()
  })
})

describe('a DaemonSet', () => {
  test('has a Pod on every node with Linux, whatever the node is set apart for', () => {
    expect(daemonSet(pod).spec.template.spec).toMatchObject({
      tolerations: [{ operator: 'Exists' }],
      nodeSelector: { 'kubernetes.io/os': 'linux' },
    })
  })

  test('shares with its node what it says, and nothing by itself', () => {
    const shared = daemonSet({ ...pod, shares: { hostNetwork: true } }).spec.template.spec
    expect(shared).toMatchObject({ hostNetwork: true })
    expect(shared).not.toHaveProperty('hostPID')
    expect(daemonSet(pod).spec.template.spec).not.toHaveProperty('hostNetwork')
  })
})

describe('Pods of any workload', () => {
  test('are root only where they are said to be', () => {
    const user = (user: number) => deployment({ ...pod, user }).spec.template.spec.securityContext
    expect(user(0)).toEqual({ runAsUser: 0, runAsGroup: 0, seccompProfile: { type: 'RuntimeDefault' } })
    expect(user(7)).toMatchObject({ runAsNonRoot: true, runAsUser: 7 })
  })

  test('get a token for the ServiceAccount that they name, and none without', () => {
    expect(deployment({ ...pod, serviceAccount: 'store' }).spec.template.spec).toMatchObject({
      serviceAccountName: 'store',
      automountServiceAccountToken: true,
    })
    expect(deployment(pod).spec.template.spec.automountServiceAccountToken).toBe(false)
  })

  test('hold their helpers to the same restrictions', () => {
    const { containers } = deployment({ ...pod, sidecars: [{ name: 'helper' }] }).spec.template.spec
    expect(containers.map(({ name }) => name)).toEqual(['store', 'helper'])
    expect(containers[1]?.securityContext).toEqual(containers[0]?.securityContext)
  })

  test('are replaced when their annotations change, which the workload has not', () => {
    const { metadata, spec } = deployment({ ...pod, podAnnotations: { hash: '1' } })
    expect(spec.template.metadata.annotations).toEqual({ hash: '1' })
    expect(metadata.annotations).toBeUndefined()
  })
})

test('all hold against the schemas of Kubernetes', () => {
  const everything = {
    ...pod,
    podAnnotations: { hash: '1' },
    sidecars: [{ name: 'helper', image: 'example/helper:1.0' }],
    volumes: [hostFolder('logs', '/var/log')],
    serviceAccount: 'store',
    graceSeconds: 60,
  }
  const objects = [
    statefulSet({ ...everything, claim }),
    daemonSet({ ...everything, shares: { hostNetwork: true, hostPID: true } }),
    deployment(everything),
  ]
  expect(objects.flatMap((object) => validateObject(compact(object), schemas))).toEqual([])
})
