import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { askAnswers } from '../../generators/command/ask-answers.ts'
import { newCommand } from '../../generators/command/new.ts'
import type { Texts } from '../../generators/new/questions.ts'

const home = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-new-')))
afterAll(() => rmSync(home, { recursive: true }))

Object.assign(process.env, { GIT_COMMITTER_NAME: 'A Person', GIT_COMMITTER_EMAIL: 'person@example.com' })

const run = async (...args: readonly string[]) => {
  const said = { out: '', err: '' }
  const code = await newCommand({
    args,
    root: process.cwd(),
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

test('a folder with something in it is refused with what is there, and stays as it is', async () => {
  const folder = join(home, 'full')
  mkdirSync(folder)
  writeFileSync(join(folder, 'notes.md'), 'mine')
  expect(await run(folder, '--yes')).toEqual({
    code: 1,
    out: '',
    err: [
      folder,
      `  ${folder} is not empty: notes.md is there`,
      '  fix: name a new folder',
      '  rule: new-folder',
      '',
      '1 problem; nothing was written.',
      '',
    ].join('\n'),
  })
})

test('an answer that is none is wrong usage, and nothing is made', async () => {
  const folder = join(home, 'wrong')
  const { code, err } = await run(folder, '--distribution', 'k8s')
  expect(code).toBe(2)
  expect(err).toContain('--distribution: there is no distribution k8s: did you mean k3s?')
  expect(existsSync(folder)).toBe(false)
  expect((await run()).err).toContain('DIR is missing')
})

test('when the package cannot be installed, nothing is left behind', async () => {
  const folder = join(home, 'broken')
  const { code, out, err } = await run(folder, '--yes', '--package', 'file:../no-such-package.tgz')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain('npm could not install the package')
  expect(err).toContain('no-such-package.tgz')
  expect(existsSync(folder)).toBe(false)
})

/** Somebody at a terminal: what is typed, a key press at a time, whenever something is asked. */
const typing = async (given: Texts, ...keys: readonly string[]): Promise<Texts | undefined> => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const waiting = [...keys]
  let shown = ''
  output.on('data', (chunk) => {
    shown += chunk
  })
  const typist = setInterval(() => {
    const key = waiting.shift()
    if (key !== undefined && shown !== '') input.write(key)
  }, 30)
  try {
    return await askAnswers(given, { name: 'platform' }, { input, output })
  } finally {
    clearInterval(typist)
  }
}

const enter = '\r'
const down = '\u001b[B'

test('in a terminal it asks for what was not given, and Enter takes the usual answer', async () => {
  const given = { distribution: 'talos', environments: 'prod', observe: 'metrics', url: 'https://example.com/fleet' }
  expect(await typing(given, down, enter, enter, 'fast', enter)).toEqual({
    ...given,
    engine: 'argo-cd',
    network: 'cilium',
    storageClass: 'fast',
  })
})

test('an answer that is none is asked for again', async () => {
  const { url, ...given } = {
    engine: 'flux',
    distribution: 'k3s',
    network: 'flannel',
    storageClass: 'a',
    environments: 'b',
    url: 'c/d',
  }
  // Without metrics (the first), then with them again.
  expect(await typing({ ...given, url }, ' ', enter, enter)).toMatchObject({ observe: 'metrics,logs,alerts' })
})

test('whoever breaks off gets nothing', async () => {
  expect(await typing({}, enter, '\u0003')).toBeUndefined()
})
