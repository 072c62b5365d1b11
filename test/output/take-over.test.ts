import { chmodSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeOver } from '../../generators/output/take-over.ts'
import { emptyRoot, put } from './sandbox.ts'

/** A repository with an older package, and a copy of it with a newer one. */
const repository = () => {
  const home = emptyRoot()
  const files = {
    'own/package.json': 'old',
    'own/package-lock.json': 'old lock',
    'own/scripts/gone.mjs': 'old',
    'own/node_modules/program/index.mjs': 'old program',
    'copy/package-lock.json': 'new lock',
    'copy/node_modules/program/index.mjs': 'new program',
    'copy/node_modules/.cache/fleet.mjs': 'compiled',
  }
  for (const [path, content] of Object.entries(files)) put(home, path, content)
  return { root: join(home, 'own'), beside: join(home, 'copy') }
}

const filesIn = (root: string): Readonly<Record<string, string>> => {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.sort().map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]))
}

const wanted = [
  { path: 'package.json', content: 'new' },
  { path: 'scripts/gone.mjs', content: undefined },
  { path: '.github/workflows/fleet.yml', content: 'new' },
]

test('files, lock and packages change together, and go back together', () => {
  const { root, beside } = repository()
  chmodSync(join(root, 'package.json'), 0o755)
  const before = filesIn(root)
  const { putBack } = takeOver(root, beside, wanted)
  expect(filesIn(root)).toEqual({
    '.github/workflows/fleet.yml': 'new',
    'node_modules/program/index.mjs': 'new program',
    'package-lock.json': 'new lock',
    'package.json': 'new',
  })
  expect(statSync(join(root, 'package.json')).mode & 0o777).toBe(0o755)
  putBack()
  expect(filesIn(root)).toEqual(before)
})

test('a program that runs from the copy still finds what it has not loaded yet', () => {
  const { root, beside } = repository()
  const { putBack } = takeOver(root, beside, wanted)
  const loaded = () => readFileSync(join(beside, 'node_modules/program/index.mjs'), 'utf8')
  expect(loaded()).toBe('new program')
  putBack()
  expect(loaded()).toBe('new program')
  expect(lstatSync(join(beside, 'node_modules')).isDirectory()).toBe(true)
})

test('when a step is refused, those before it are taken back', () => {
  const { root, beside } = repository()
  const before = filesIn(root)
  // A folder cannot be made where a file is.
  const refused = [...wanted, { path: 'package.json/index', content: 'new' }]
  expect(() => takeOver(root, beside, refused)).toThrow()
  expect(filesIn(root)).toEqual(before)
})
