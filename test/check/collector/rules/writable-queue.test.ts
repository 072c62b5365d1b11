import { describe, expect, test } from 'vitest'
import { writableQueue } from '../../../../generators/check/collector/rules/writable-queue.ts'
import { gatewayWith, type PodParts, pod, wrongIn } from '../sound.ts'

const mounts = [{ name: 'queue', mountPath: '/queue' }]
const onNode = { mounts, volumes: [{ name: 'queue', hostPath: { path: '/var/lib/otelcol' } }] }
const withPod = (parts: PodParts) => wrongIn(gatewayWith({}), pod({ mounts, claims: ['queue'], ...parts }))
const refused = (why: string, fix: string) => [
  [
    'collector-writable-queue',
    'collector.extensions.file_storage.directory',
    `file_storage cannot write to /queue: ${why}`,
    fix,
  ],
]

describe(writableQueue.because, () => {
  test('a claim that is not given to the group of the collector', () => {
    expect(withPod({ security: { runAsUser: 10001 } })).toEqual(
      refused(
        'a new volume belongs to root, and StatefulSet gateway runs as user 10001 without an fsGroup',
        "add to the Pod's securityContext: fsGroup: 10001",
      ),
    )
    expect(withPod({ security: { runAsUser: 10001, fsGroup: 10001 } })).toEqual([])
  })

  test('a folder of the node, which no fsGroup gives away', () => {
    expect(withPod({ ...onNode, claims: [], security: { fsGroup: 10001 } })).toEqual(
      refused(
        'a folder of the node belongs to root, and StatefulSet gateway runs as the user of its image',
        'run it as user 0, or let an init container give the folder away',
      ),
    )
    expect(withPod({ ...onNode, claims: [], security: { runAsUser: 0 } })).toEqual([])
    expect(withPod({ ...onNode, claims: [], initContainers: [{ volumeMounts: mounts }] })).toEqual([])
  })

  test('a volume that is mounted to be read', () => {
    const readOnly = [{ name: 'queue', mountPath: '/queue', readOnly: true }]
    expect(withPod({ mounts: readOnly, security: { fsGroup: 10001 } })).toEqual(
      refused('queue is mounted read-only', 'mount it without readOnly'),
    )
  })
})
