import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rowsOf } from './support/markdown.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const contributing = readFileSync(`${root}/CONTRIBUTING.md`, 'utf8')

test('CONTRIBUTING.md describes every room of generators/, and no other', () => {
  const described = rowsOf(contributing, '| folder in `generators/` | what is in it |').flatMap(([folders = '']) =>
    folders.split(', ').map((folder) => folder.slice(0, -1)),
  )
  const rooms = readdirSync(`${root}/generators`, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(described.toSorted()).toEqual(rooms.map(({ name }) => name).toSorted())
})

test('every path that it names is there', () => {
  const named = [...contributing.matchAll(/`([a-z][\w./-]*(?:\/|\.(?:ts|json|md|mjs)))`/g)].map(([, path = '']) => path)
  const missing = named.filter((path) => !['', 'generators/'].some((home) => existsSync(`${root}/${home}${path}`)))
  expect(named.length).toBeGreaterThan(15)
  expect(missing).toEqual([])
})
