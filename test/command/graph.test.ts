import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { graphCommand } from '../../generators/command/graph.ts'
import { fleet, note, sender, store } from '../support/fleets.ts'

const described = fleet({
  attic: { components: [store(), sender()] },
  cellar: { components: [note()] },
})

const run = async (...args: readonly string[]) => {
  const said = { out: '', err: '' }
  const code = await graphCommand({
    args,
    root: '/nowhere',
    program: process.cwd(),
    scribe: '',
    fleet: { exports: { default: described }, fingerprint: '' },
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return { code, ...said }
}

test('draws all clusters, or those that are named', async () => {
  const all = await run()
  expect(all.code).toBe(0)
  expect(all.out).toMatch(/^<svg /)
  expect(all.out).toContain('>cellar</text>')
  expect((await run('attic')).out).not.toContain('>cellar</text>')
  expect((await run('attic', 'cellar')).out).toBe(all.out)
})

test('draws as Mermaid, and tells machines what it would draw', async () => {
  expect((await run('attic', '--mermaid')).out).toMatch(/^flowchart LR\n/)
  const graph = JSON.parse((await run('attic', '--json')).out)
  expect(graph.edges).toEqual([
    { from: 'attic/monitoring/sender', to: 'attic/monitoring/store', kind: 'sends', what: ['loki-push'] },
  ])
})

test('writes to a file and says nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'graph-'))
  const file = join(folder, 'attic.svg')
  expect(await run('attic', '--out', file)).toEqual({ code: 0, out: '', err: '' })
  expect(readFileSync(file, 'utf8')).toBe((await run('attic')).out)
  rmSync(folder, { recursive: true })
})

test('a cluster that is not there, and two forms at once, are wrong usage', async () => {
  expect(await run('atic')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^there is no cluster atic: did you mean attic\?\n/),
  })
  expect(await run('--mermaid', '--json')).toMatchObject({ code: 2, out: '' })
})
