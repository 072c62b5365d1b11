import { describe, expect, test } from 'vitest'
import { storageFolders } from '../../../../generators/check/collector/rules/storage-folders.ts'
import { gatewayWith, pod, wrongIn } from '../sound.ts'

const storing = (file_storage: Readonly<Record<string, unknown>>) => gatewayWith({ extensions: { file_storage } })

describe(storageFolders.because, () => {
  test('folders that nobody makes', () => {
    const compaction = { directory: '/queue/compaction', on_start: true }
    expect(wrongIn(storing({ create_directory: false, compaction }))).toEqual([
      [
        'collector-storage-folders',
        'collector.extensions.file_storage',
        'file_storage does not start where the folder /queue is not there, and nothing makes it',
        'add create_directory: true',
      ],
      [
        'collector-storage-folders',
        'collector.extensions.file_storage',
        'file_storage does not start where the folder /queue/compaction is not there, and nothing makes it',
        'add create_directory: true',
      ],
    ])
  })

  test('a folder that a volume is mounted at is there', () => {
    const mounted = pod({
      mounts: [{ name: 'queue', mountPath: '/queue' }],
      claims: ['queue'],
      security: { fsGroup: 10001 },
    })
    expect(wrongIn(storing({ create_directory: false }), mounted)).toEqual([])
  })

  test('compaction without a folder of its own takes place in another one than the files are in', () => {
    expect(wrongIn(storing({ compaction: { on_rebound: true } }))).toEqual([
      [
        'collector-storage-folders',
        'collector.extensions.file_storage.compaction',
        'file_storage makes its files smaller in /var/lib/otelcol/file_storage, which is not where they are',
        'add to compaction: directory: /queue/compaction',
      ],
    ])
  })
})
