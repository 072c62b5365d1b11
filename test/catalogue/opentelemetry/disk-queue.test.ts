import { expect, test } from 'vitest'
import { diskQueue } from '../../../generators/catalogue/opentelemetry/disk-queue.ts'

const mib = 2 ** 20

test.each([
  ['10Gi', 3, 2048 * mib],
  ['3Gi', 1, 1024 * mib],
])('of %s, %d queues get a share each, compaction one, and one stays free', (size, queues, queue_size) => {
  expect(diskQueue({ size, queues })).toMatchObject({ sizer: 'bytes', queue_size })
})

test('no request is larger than what gRPC takes, which is 4 MiB', () => {
  expect(diskQueue({ queues: 1 }).batch?.max_size).toBeLessThan(4 * mib)
})

test('a size that is not said is no size', () => {
  expect(diskQueue({ queues: 1 })).not.toHaveProperty('queue_size')
})
