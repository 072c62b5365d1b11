import { describe, expect, test } from 'vitest'
import { noRemoteWriteLog } from '../../../../generators/check/collector/rules/no-remote-write-log.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

const logging = (wal: unknown) => wrongIn(gatewayWith({ exporters: { prometheusremotewrite: { wal } } }))
const refused = (why: string) => [
  [
    'collector-no-remote-write-log',
    'collector.exporters.prometheusremotewrite.wal',
    `prometheusremotewrite keeps a write-ahead log, ${why}`,
    'remove wal and switch remote_write_queue off, so that the sender keeps what is not written yet',
  ],
]

describe(noRemoteWriteLog.because, () => {
  test('of the size that it has by default, or of another', () => {
    expect(logging({ directory: '/wal' })).toEqual(refused('and sends nothing before 300 requests are in it'))
    expect(logging({ directory: '/wal', buffer_size: 50 })).toEqual(
      refused('and sends nothing before 50 requests are in it'),
    )
  })

  test('of size one, which was seen to lose nothing, and to complain', () => {
    expect(logging({ directory: '/wal', buffer_size: 1 })).toEqual(
      refused('which reports an error whenever it is empty'),
    )
  })
})
