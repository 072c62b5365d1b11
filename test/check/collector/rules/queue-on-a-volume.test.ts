import { describe, expect, test } from 'vitest'
import { queueOnAVolume } from '../../../../generators/check/collector/rules/queue-on-a-volume.ts'
import { gatewayWith, pod, wrongIn } from '../sound.ts'

const mounts = [{ name: 'queue', mountPath: '/queue' }]
const lost = (exporter: string, where: string) => [
  'collector-queue-on-a-volume',
  'collector.extensions.file_storage.directory',
  `the queue of ${exporter} is kept in /queue, ${where}, and is gone with the Pod`,
  'mount a volume at /queue: a claim, by volumeClaimTemplates where there are several Pods',
]

describe(queueOnAVolume.because, () => {
  test('a queue on an emptyDir', () => {
    const onEmptyDir = pod({ mounts, volumes: [{ name: 'queue', emptyDir: {} }] })
    expect(wrongIn(gatewayWith({}), onEmptyDir)).toEqual([
      lost('otlphttp/loki', 'on the emptyDir queue'),
      lost('otlp/tempo', 'on the emptyDir queue'),
    ])
  })

  test('a queue on no volume at all', () => {
    expect(wrongIn(gatewayWith({}), pod({ mounts: [{ name: 'queue', mountPath: '/que' }] }))).toEqual([
      lost('otlphttp/loki', 'on no volume of StatefulSet gateway'),
      lost('otlp/tempo', 'on no volume of StatefulSet gateway'),
    ])
  })

  test('a claim keeps it, a folder above it too', () => {
    const claimed = pod({ mounts, claims: ['queue'], security: { fsGroup: 10001 } })
    expect(wrongIn(gatewayWith({ extensions: { file_storage: { directory: '/queue/otel' } } }), claimed)).toEqual([])
  })
})
