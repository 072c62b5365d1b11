import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, onTestFinished, test, vi } from 'vitest'
import { batchOf, claimed } from '../../generators/output/batch.ts'
import { runsOf } from '../../generators/output/directory.ts'
import { startScribe } from '../../generators/output/scribe-thread.ts'
import { isSystemError } from '../../generators/output/system-error.ts'
import { writeAhead } from '../../generators/output/write-ahead.ts'
import { contents, contentsOf, emptyRoot, paths, render, repository } from './sandbox.ts'

/** As the scripts compile it: a thread takes no TypeScript. */
const compiledScribe = async (): Promise<string> => {
  const outfile = join(emptyRoot(), 'scribe.mjs')
  const entry = join(import.meta.dirname, '../../generators/output/scribe.ts')
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' })
  return outfile
}

const many = (text: string, count = 3000) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`clusters/c${index % 300}/n/f${index}.yaml`, `${text}: ${index}`]),
  )
const runs = (bodies: Readonly<Record<string, string>>) =>
  runsOf(Object.entries(bodies).map(([path, content]) => ({ path, content })))
const noProblem = { problems: [] }

test('a second thread writes the same tree, which is known to be ours afterwards', async () => {
  const root = repository()
  const scribe = await compiledScribe()
  const found = await render(root, many('a'), { scribe })
  expect(found).toMatchObject(noProblem)
  expect(found.created).toHaveLength(3000)
  expect(contents(root)).toEqual(contentsOf(many('a')))
  expect(await render(root, many('a'), { scribe })).toMatchObject({
    ...noProblem,
    created: [],
    changed: [],
    unchanged: 3000,
  })
  // Half of it goes, all of it changes, and more comes than was there: no hand edit is seen in any of it.
  const next = {
    ...many('b', 1500),
    ...Object.fromEntries(Object.entries(many('c')).map(([path, text]) => [`apps/dev/${path}`, text])),
  }
  expect(await render(root, next, { scribe })).toMatchObject(noProblem)
  expect(contents(root)).toEqual(contentsOf(next))
})

test.each([3, 3000])('a thread that runs already writes the same tree of %i files', async (count) => {
  const root = repository()
  const thread = startScribe(await compiledScribe())
  onTestFinished(async () => {
    await thread.end()
  })
  expect(await render(root, many('a', count), { scribe: thread })).toMatchObject(noProblem)
  expect(contents(root)).toEqual(contentsOf(many('a', count)))
  // All of it is remembered, whoever wrote it.
  expect(await render(root, many('a', count))).toMatchObject({ created: [], unchanged: count })
})

test('what a veto comes after never stands in the tree, nor beside it', async () => {
  const root = repository()
  const vetoes = [{ rule: 'no', place: [], reason: 'no', fix: 'no' }]
  const found = await render(root, many('a'), { scribe: await compiledScribe(), veto: () => vetoes })
  expect(found.problems).toEqual(vetoes)
  expect(paths(root)).toEqual([])
  expect(existsSync(join(root, '.git/fleetwright/staging'))).toBe(false)
})

test('a batch is written by the one thread that claims it first', () => {
  const batch = batchOf([['apps/dev/n/a.yaml', 'a']])
  expect([claimed(batch), claimed(batch)]).toEqual([true, false])
})

test('what the system refuses, to whichever thread, is a refusal of the system here too', async () => {
  const root = repository()
  const ahead = writeAhead(root, { scribe: await compiledScribe(), folder: () => join(root, '.git/HEAD') })
  for (const run of runs(many('a'))) ahead.offer(run)
  const refusal = await ahead.finish().catch((error: unknown) => error)
  await ahead.abandon()
  expect(isSystemError(refusal)).toBe(true)
  expect(refusal).toMatchObject({ code: 'ENOTDIR', syscall: 'mkdir' })
})

test('what the system refuses to the second thread alone is told by its path', async () => {
  const root = repository()
  const staging = emptyRoot()
  const ahead = writeAhead(root, { scribe: await compiledScribe(), folder: () => staging })
  // The second thread begins with the first files, of which one stands where the next wants a folder.
  const clash = { 'apps/a': 'a', 'apps/a/b.yaml': 'b' }
  for (const run of runs({ ...clash, ...many('a') })) ahead.offer(run)
  await vi.waitUntil(() => existsSync(join(staging, 'apps/a')), { timeout: 20_000 })
  const refusal = await ahead.finish().catch((error: unknown) => error)
  await ahead.abandon()
  expect(isSystemError(refusal)).toBe(true)
  expect(refusal).toMatchObject({ code: 'ENOTDIR', path: join(staging, 'apps/a/b.yaml') })
})
