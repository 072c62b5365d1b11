import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { docsCommand } from '../../generators/command/docs.ts'

// The sources of this repository, and no pages yet.
let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fleetwright-docs-'))
  for (const folder of ['generators', 'test']) symlinkSync(join(process.cwd(), folder), join(root, folder))
})
afterAll(() => rmSync(root, { recursive: true }))

const run = async (...args: readonly string[]) => {
  let out = ''
  const code = await docsCommand({
    args,
    root,
    program: root,
    scribe: '',
    fleet: { exports: {}, fingerprint: '' },
    out: (text) => {
      out += text
    },
    err: () => {},
  })
  return { code, out }
}
const stale = 'docs/reference/metrics.md'
const foreign = 'docs/rules/gone.md'

test('pages are written once, and only those that are stale are written again', { timeout: 60_000 }, async () => {
  expect((await run()).out).toMatch(/^(\d+) pages written, \1 in all\.\n$/)
  expect(await run('--check')).toEqual({ code: 0, out: '' })
  writeFileSync(join(root, stale), 'something else')
  writeFileSync(join(root, foreign), 'a rule that is no more')
  expect(await run('--check')).toEqual({ code: 1, out: `${stale}\n${foreign}\n` })
  expect(readFileSync(join(root, stale), 'utf8')).toBe('something else')
  expect((await run()).out).toMatch(/^2 pages written/)
  expect(await run('--check')).toEqual({ code: 0, out: '' })
})
