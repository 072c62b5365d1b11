import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { File } from '../../generators/file.ts'
import { runsOf } from '../../generators/output/directory.ts'
import { yamlHeader } from '../../generators/output/header.ts'
import type { Survey } from '../../generators/output/survey.ts'
import { type WriteOptions, write } from '../../generators/output/tree.ts'
import { openWorkTree } from '../../generators/output/work-tree.ts'

// Whoever runs the tests has a git of their own, and may run them from one of its hooks.
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name]
Object.assign(process.env, {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CEILING_DIRECTORIES: realpathSync(tmpdir()),
  GIT_AUTHOR_NAME: 'A Person',
  GIT_AUTHOR_EMAIL: 'person@example.com',
  GIT_COMMITTER_NAME: 'A Person',
  GIT_COMMITTER_EMAIL: 'person@example.com',
})

/** An empty directory that lives as long as the test. */
export function emptyRoot(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return root
}

/** A repository without a commit. */
export function repository(): string {
  const root = emptyRoot()
  git(root, 'init', '--quiet', '--initial-branch=main')
  return root
}

export const git = (root: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

export function commitAll(root: string): void {
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--allow-empty', '--message=All of it')
}

/** A file as we render it: the body below our header. */
export const ours = (body: string): string => `${yamlHeader(['clusters', 'homelab'])}${body}\n`

export const rendered = (bodies: Readonly<Record<string, string>>): File[] =>
  Object.entries(bodies).map(([path, body]) => ({ path, content: path.endsWith('.json') ? body : ours(body) }))

/** Renders as the command does, of one fingerprint. */
export const render = (root: string, bodies: Readonly<Record<string, string>>, options: Partial<WriteOptions> = {}) =>
  write(openWorkTree(root), runsOf(rendered(bodies)), { fingerprint: 'the fleet', ...options })

export function put(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

/** Every path below the root but git's own, a directory with a slash behind it. */
export const paths = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1) + (entry.isDirectory() ? '/' : ''))
    .filter((path) => !path.startsWith('.git/'))
    .sort()

/** Every file below the root but git's own, by path. */
export const contents = (root: string): Record<string, string> =>
  Object.fromEntries(
    paths(root)
      .filter((path) => lstatSync(join(root, path)).isFile())
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )

/** The same of what was rendered. */
export const contentsOf = (bodies: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(rendered(bodies).map(({ path, content }) => [path, content]))

/** Inode and times: what a write would change, and a read would not. */
export function identity(root: string, path: string) {
  const { ino, mtimeNs, ctimeNs } = lstatSync(join(root, path), { bigint: true })
  return { ino, mtimeNs, ctimeNs }
}

/** Runs a task as somebody who may not do everything: root hands the tree over and steps down. */
export async function asOrdinaryUser<T>(root: string, task: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return task()
  execFileSync('chown', ['--recursive', '65534', root])
  process.seteuid!(65534)
  try {
    return await task()
  } finally {
    process.seteuid!(0)
  }
}

/** Waits until the clock of the file system, which ticks every few milliseconds, shows another time. */
export const tick = (): Promise<void> => setTimeout(30)

/** A survey in a few words. */
export const summary = ({ created, changed, pruned, unchanged, problems }: Survey) => ({
  created: created.map(({ path }) => path),
  changed: changed.map(({ path }) => path),
  pruned: pruned.map(({ path }) => path),
  unchanged,
  problems: problems.map(({ rule, reason }) => `${rule}: ${reason}`),
})
