/** Does something with each item, no more than so many at a time. The answers are in the order of the items. */
export const fewAtOnce = async <T, R>(
  limit: number,
  items: readonly T[],
  task: (item: T) => Promise<R>,
): Promise<readonly R[]> => {
  const answers: R[] = []
  const waiting = items.entries()
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await task(item)
  }
  await Promise.all(Array.from({ length: limit }, work))
  return answers
}
