import { expect, test } from 'vitest'
import { type Kubectl, Refusal } from '../../generators/output/kubectl.ts'
import { watch } from '../../generators/reconcile/watch.ts'
import { release } from './objects.ts'

/** A cluster that answers with so many releases, one number a look; `undefined` is a look that it refuses. */
const cluster = (...looks: readonly (number | undefined)[]): Kubectl => {
  const left = [...looks]
  return async () => {
    const look = left.shift()
    if (look === undefined) throw new Refusal('the server is restarting')
    return JSON.stringify({ items: Array.from({ length: look }, () => release({})) })
  }
}

const see = (objects: readonly unknown[]) => objects.length
const later = () => Date.now() + 60_000
const over = () => Date.now() - 1

test('it looks until it sees what it waits for', async () => {
  expect(await watch(cluster(1, 2, 3), { see, done: (seen) => seen === 2, end: later() })).toBe(2)
})

test('a server that stumbles on the way is asked again', async () => {
  expect(await watch(cluster(undefined, 2), { see, done: (seen) => seen === 2, end: later() })).toBe(2)
})

test('when the time is over, it answers with what it saw', async () => {
  expect(await watch(cluster(1, 2), { see, done: (seen) => seen === 2, end: over() })).toBe(1)
})

test('a server that is still silent when the time is over is told', async () => {
  await expect(watch(cluster(undefined), { see, done: () => true, end: over() })).rejects.toThrow('restarting')
})
