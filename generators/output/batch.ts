/** Some files to be written by one of two threads. */
export interface Batch {
  readonly files: readonly (readonly [path: string, content: string])[]
  /** Memory that both threads see: whether one of them has claimed the batch. */
  readonly claim: Int32Array
}

export const batchOf = (files: Batch['files']): Batch => ({
  files,
  claim: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
})

/** Whether the batch is the caller's to write: true for the first who asks, in whichever thread. */
export const claimed = ({ claim }: Batch): boolean => Atomics.exchange(claim, 0, 1) === 0
