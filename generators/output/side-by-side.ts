import { availableParallelism } from 'node:os'
import { type Progress, untold } from '../progress.ts'

/**
 * Does something with each item, as many at a time as there are processors. The results are in the order of the items.
 * The progress takes a step for each, and is done at the end.
 */
export const sideBySide = async <Item, Result>(
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
  progress: Progress = untold('', items.length),
): Promise<readonly Result[]> => {
  const results: Result[] = []
  const queue = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      results[index] = await task(item)
      progress.step()
    }
  }
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, worker))
    return results
  } finally {
    progress.done()
  }
}
