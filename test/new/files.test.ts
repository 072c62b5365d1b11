import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { execaSync } from 'execa'
import { expect, test } from 'vitest'
import type { Answers } from '../../generators/new/answers.ts'
import { newFiles, ownScripts } from '../../generators/new/files.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const answers: Answers = {
  engine: 'flux',
  distribution: 'k3s',
  network: 'flannel',
  storageClass: 'local-path',
  environments: ['dev', 'prod'],
  observe: ['metrics'],
  url: 'https://github.com/me/clusters',
}
const ground = { name: 'My Clusters', spec: '0.1.0', isExample: false, typescript: '7.0.2' }

const fileOf = (path: string, given = ground): string =>
  newFiles(answers, given).find((file) => file.path === path)?.content ?? ''

test('a repository depends on the package, and holds no code of ours', () => {
  const files = newFiles(answers, ground)
  expect(files.map(({ path }) => path).filter((path) => !path.startsWith('scripts/'))).toEqual([
    'package.json',
    'README.md',
    'generators/fleet.ts',
    'tsconfig.json',
    '.gitignore',
    'test/fleet.test.ts',
    '.github/workflows/fleet.yml',
  ])
  expect(JSON.parse(fileOf('package.json'))).toMatchObject({
    name: 'my-clusters',
    private: true,
    dependencies: { fleetwright: '0.1.0' },
  })
  expect(fileOf('scripts/render.mjs')).toBe("#!/usr/bin/env zx\nimport 'fleetwright/scripts/render.mjs'\n")
})

test('its README leads to the README of every cluster, and says what is still to be decided', () => {
  const readme = fileOf('README.md')
  expect(readme).toContain('What runs in 2 Kubernetes clusters')
  expect(readme).toContain('- [dev-1](clusters/dev-1/README.md#bootstrap), in `dev`')
  expect(readme).toContain('- [prod-1](clusters/prod-1/README.md#bootstrap), in `prod`')
  expect(readme).toContain('git remote add origin https://github.com/me/clusters')
  expect(readme).not.toContain('is an example')
  expect(fileOf('README.md', { ...ground, isExample: true })).toContain(
    '`repository.url` in `generators/fleet.ts` is an example',
  )
})

test('where the package is a file, the README says who needs it', () => {
  expect(fileOf('README.md')).not.toContain('.tgz')
  expect(fileOf('README.md', { ...ground, spec: 'file:../fleetwright-0.1.0.tgz' })).toContain(
    '`../fleetwright-0.1.0.tgz`',
  )
})

test('every command of the package can be started by name, and a repository has a script for all that are for it', () => {
  const { files } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { readonly files: readonly string[] }
  const commands = readdirSync(`${root}/scripts`)
    .filter((script) => !files.includes(`!scripts/${script}`))
    .filter((script) => /^await run/m.test(readFileSync(`${root}/scripts/${script}`, 'utf8')))
    .map((script) => script.replace('.mjs', ''))
    .filter((name) => name !== startedByUpgrade)
  const { stdout } = execaSync(process.execPath, [`${root}/scripts/fleetwright.mjs`, '--help'])
  const named = [...stdout.matchAll(/^ {2}([\w-]+) {2}/gm)].map(([, name]) => name)
  expect(named.toSorted()).toEqual(commands.toSorted())
  expect([...ownScripts, ...withoutScript].toSorted()).toEqual(commands.toSorted())
  expect(ownScripts.every((name) => existsSync(`${root}/scripts/${name}.mjs`))).toBe(true)
})

/** What makes a repository, or teaches a shell, is started by name. */
const withoutScript = ['new', 'import', 'completion']

/** No person starts it. */
const startedByUpgrade = 'upgrade-from'
