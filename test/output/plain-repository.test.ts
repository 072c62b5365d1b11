import { appendFileSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { findRepository } from '../../generators/output/git.ts'
import { plainRepository } from '../../generators/output/plain-repository.ts'
import { commitAll, emptyRoot, git, repository } from './sandbox.ts'

afterEach(() => vi.unstubAllEnvs())

test.each<[string, () => string]>([
  ['before its first commit', repository],
  [
    'with commits, a remote and a branch',
    () => {
      const root = repository()
      commitAll(root)
      git(root, 'remote', 'add', 'origin', 'https://github.com/example/platform')
      git(root, 'checkout', '--quiet', '-b', 'change')
      return root
    },
  ],
  [
    'at a commit without a branch',
    () => {
      const root = repository()
      commitAll(root)
      git(root, 'checkout', '--quiet', '--detach')
      return root
    },
  ],
  [
    'behind a link',
    () => {
      const link = join(emptyRoot(), 'link')
      symlinkSync(repository(), link)
      return link
    },
  ],
])('a plain repository %s is read as git tells it, without asking', (_, make) => {
  const root = make()
  expect(plainRepository(root)).toEqual(findRepository(root))
})

const config = (root: string, lines: string) => appendFileSync(join(root, '.git/config'), lines)

test.each<[string, (root: string) => string | undefined]>([
  ['a folder below the top', (root) => mkdirSync(join(root, 'below'), { recursive: true })],
  ['no repository', () => emptyRoot()],
  [
    'a linked work tree',
    (root) => {
      commitAll(root)
      const linked = join(emptyRoot(), 'linked')
      git(root, 'worktree', 'add', '--quiet', linked)
      return linked
    },
  ],
  ['a work tree elsewhere', (root) => void config(root, `[core]\n\tworktree = ${emptyRoot()}\n`)],
  ['no work tree', (root) => void git(root, 'config', 'core.bare', 'true')],
  ['extensions', (root) => void config(root, '[extensions]\n\tworktreeConfig = true\n')],
  ['settings of other files', (root) => void config(root, '[include]\n\tpath = other\n')],
  ['a HEAD that is none', (root) => void writeFileSync(join(root, '.git/HEAD'), 'nothing')],
  ['a part of it missing', (root) => void renameSync(join(root, '.git/objects'), join(root, '.git/gone'))],
  ['GIT_DIR set', () => void vi.stubEnv('GIT_DIR', '/elsewhere/.git')],
  ['no git', () => void vi.stubEnv('PATH', emptyRoot())],
])('with %s git itself must be asked', (_, change) => {
  const root = repository()
  expect(plainRepository(change(root) ?? root)).toBeUndefined()
})
