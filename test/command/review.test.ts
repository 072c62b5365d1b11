import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reviewCommand } from '../../generators/command/review.ts'
import { environment } from '../../generators/fleetwright.ts'
import { filesOf } from '../compare/states.ts'
import { commitAll, emptyRoot, git, put, repository } from '../output/sandbox.ts'
import { fleet, note, store } from '../support/fleets.ts'

type Hours = `${number}h`

const described = (retention: Hours) =>
  fleet(
    { attic: { components: [store()] }, cellar: { components: [store(), note()] } },
    { dev: environment({ storageClass: 'local-path' }, [store({ retention })]) },
  )

const render = (root: string, retention: Hours): void => {
  for (const [path, content] of Object.entries(filesOf(described(retention)))) put(root, path, content)
}

/** A repository whose main branch keeps data for a day, and whose work tree for two hours. */
const edited = (): string => {
  const root = repository()
  render(root, '24h')
  commitAll(root)
  render(root, '2h')
  return root
}

const review = async (root: string, ...args: readonly string[]) => {
  const said = { out: '', err: '' }
  const code = await reviewCommand({
    args,
    root,
    program: process.cwd(),
    scribe: '',
    fleet: { exports: {}, fingerprint: '' },
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return { code, ...said }
}

test('a change of one word says what it means, for whom, and what is risky about it', async () => {
  const { code, out, err } = await review(edited())
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('main → the work tree\n2 of 2 clusters change')
  expect(out).toContain('  store: attic, cellar, in monitoring\n    retention 24h → 2h\n')
  expect(out).toContain('! the release store keeps data for 2h instead of 24h (retention)')
})

test('a comment, JSON and a page are written at once, each where it is wanted', async () => {
  const root = edited()
  const to = emptyRoot()
  const files = ['--markdown', join(to, 'a.md'), '--json', join(to, 'a.json'), '--html', join(to, 'a.html')]
  const { code } = await review(root, ...files)
  expect(code).toBe(0)
  expect(readFileSync(join(to, 'a.md'), 'utf8')).toMatch(/^## main → the work tree\n/)
  expect(JSON.parse(readFileSync(join(to, 'a.json'), 'utf8'))).toMatchObject({
    groups: [{ environment: 'dev', component: 'store', clusters: ['attic', 'cellar'] }],
  })
  expect(readFileSync(join(to, 'a.html'), 'utf8')).toMatch(/^<!doctype html>/)
})

test('risks fail a review only where that is asked for', async () => {
  const root = edited()
  expect((await review(root)).code).toBe(0)
  expect((await review(root, '--strict')).code).toBe(1)
})

test('a tree that nobody changed has nothing to review', async () => {
  const root = repository()
  render(root, '24h')
  commitAll(root)
  const { code, out } = await review(root, 'HEAD', '--strict')
  expect({ code, out }).toEqual({ code: 0, out: 'HEAD → the work tree\nNo cluster would see a difference.\n' })
})

test('two commits are compared without a look at the work tree', async () => {
  const root = edited()
  commitAll(root)
  rmSync(join(root, 'clusters'), { recursive: true })
  const { out } = await review(root, 'HEAD~1', '--head', 'HEAD')
  expect(out).toContain('retention 24h → 2h')
})

test('a base that does not exist is told with what to do', async () => {
  const { code, err } = await review(edited(), 'mian')
  expect(code).toBe(1)
  expect(err).toMatch(/mian/)
  expect(err).toMatch(/fix: /)
  expect(err).not.toMatch(/^ +at /m)
})

test('where there is no repository, nothing can be compared', async () => {
  const { code, err } = await review(emptyRoot())
  expect(code).toBe(1)
  expect(err).toContain('is not a git repository')
})

test('a folder that cannot be built on one side is told, the rest is shown, and the review fails', async () => {
  const root = edited()
  put(root, 'apps/base/monitoring/note/kustomization.yaml', 'resources: [missing.yaml]\n')
  const { code, out } = await review(root)
  expect(code).toBe(1)
  expect(out).toContain('cannot be built, after: apps/base/monitoring/note: ')
  expect(out).toContain('retention 24h → 2h')
})

test.each([
  [['--limit', 'few'], '--limit few is no number from 1000 on'],
  [['--comment', '--limit', '10'], '--limit 10 is no number from 1000 on'],
])('wrong usage %j is told together with the help', async (args, words) => {
  const { code, err } = await review('/nowhere', ...args)
  expect(code).toBe(2)
  expect(err).toContain(words)
})

test('a file that cannot be written is told, and the rest is told all the same', async () => {
  const { code, out, err } = await review(edited(), '--html', '/nowhere/at/all.html')
  expect(code).toBe(1)
  expect(out).toContain('retention 24h → 2h')
  expect(err).toContain('rule: cannot-write')
})

test('a base of another history is refused in a sentence', async () => {
  const root = edited()
  commitAll(root)
  git(root, 'checkout', '--quiet', '--orphan', 'other')
  commitAll(root)
  const { code, err } = await review(root)
  expect(code).toBe(1)
  expect(err).toMatch(/fix: /)
})
