import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clearFolder, fillFolder, type NewFolder, newFolder } from '../../generators/output/new-folder.ts'
import { git } from './sandbox.ts'

const home = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-new-')))
afterAll(() => rmSync(home, { recursive: true }))

let folders = 0
const place = (): string => {
  folders += 1
  return join(home, String(folders), 'platform')
}

const file = { path: 'generators/fleet.ts', content: 'export {}\n' }

const accepted = (path: string): NewFolder => {
  const folder = newFolder(path)
  if ('rule' in folder) throw new Error(folder.reason)
  return folder
}

test('a folder that is not there is one for a new repository, and is gone again when that fails', () => {
  const path = place()
  const folder = accepted(path)
  expect(folder).toEqual({ path, name: 'platform', had: 'nothing', remote: undefined })
  fillFolder(folder, [file])
  expect(existsSync(join(path, file.path))).toBe(true)
  clearFolder(folder)
  expect(existsSync(path)).toBe(false)
})

test('an empty folder stays, without whatever was put into it', () => {
  const path = place()
  mkdirSync(path, { recursive: true })
  const folder = accepted(path)
  expect(folder.had).toBe('folder')
  fillFolder(folder, [file])
  git(path, 'init', '--quiet')
  clearFolder(folder)
  expect(readdirSync(path)).toEqual([])
})

test('a clone of an empty repository keeps its repository, and knows where it will be pushed to', () => {
  const path = place()
  mkdirSync(path, { recursive: true })
  git(path, 'init', '--quiet')
  git(path, 'remote', 'add', 'origin', 'git@github.com:me/platform.git')
  const folder = accepted(path)
  expect(folder).toMatchObject({ had: 'repository', remote: 'git@github.com:me/platform.git' })
  fillFolder(folder, [file])
  git(path, 'add', '--all')
  clearFolder(folder)
  expect(readdirSync(path)).toEqual(['.git'])
  expect(git(path, 'status', '--porcelain')).toBe('')
})

test('a folder with something in it is refused, and what is there is told', () => {
  const path = place()
  mkdirSync(path, { recursive: true })
  for (const name of ['README.md', 'a', 'b', 'c']) writeFileSync(join(path, name), '')
  expect(newFolder(path)).toMatchObject({
    rule: 'new-folder',
    reason: `${path} is not empty: README.md, a, b, … are there`,
    fix: 'name a new folder',
  })
  expect(readdirSync(path)).toHaveLength(4)
})

test('a file is refused, and so is a repository that has commits', () => {
  const path = place()
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'file'), '')
  expect(newFolder(join(path, 'file'))).toMatchObject({ reason: `${path}/file is a file` })
  git(path, 'init', '--quiet')
  git(path, 'add', '--all')
  git(path, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'One')
  rmSync(join(path, 'file'))
  expect(newFolder(path)).toMatchObject({ reason: `the repository in ${path} has commits already` })
})

test('a folder in another repository is refused: that would take its files for its own', () => {
  const path = place()
  mkdirSync(path, { recursive: true })
  git(path, 'init', '--quiet')
  expect(newFolder(join(path, 'deeper/platform'))).toMatchObject({
    reason: `it would stand in another repository, ${path}`,
    fix: 'name a folder outside of it',
  })
})
