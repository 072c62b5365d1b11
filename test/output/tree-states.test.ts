import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { TreeState } from '../../generators/compare/state.ts'
import * as processes from '../../generators/output/git.ts'
import { stateOf, workTreeState } from '../../generators/output/tree-states.ts'
import type { Problem } from '../../generators/problem.ts'
import { commitAll, emptyRoot, git, put, repository } from './sandbox.ts'

/** A repository with one commit, whose README and Flux's own files are none of ours. */
const committedTree = (prefix = ''): string => {
  const top = repository()
  const root = join(top, prefix)
  put(root, 'clusters/homelab/README.md', '# homelab\n')
  put(root, 'apps/base/loki/values.yaml', 'size: 10Gi # größer\n')
  put(root, 'generators/fleet.ts', 'export default {}\n')
  put(root, 'README.md', 'not compared\n')
  put(root, 'clusters/homelab/flux-system/gotk-sync.yaml', 'not ours\n')
  commitAll(top)
  return root
}

const paths = ['apps/base/loki/values.yaml', 'clusters/homelab/README.md', 'generators/fleet.ts']

const sound = (state: Problem | TreeState): TreeState => {
  if ('rule' in state) throw new Error(state.reason)
  return state
}

const head = (root: string): string => git(root, 'rev-parse', 'HEAD').trim()

test('a commit holds our folders and the fleet, as text', () => {
  const root = committedTree()
  const state = sound(stateOf(root, 'HEAD'))
  expect([...state.files.keys()].sort()).toEqual(paths)
  expect(state.read('apps/base/loki/values.yaml')).toBe('size: 10Gi # größer\n')
  expect(state).toMatchObject({ name: 'HEAD', commit: head(root) })
})

test('files that are the same have the same name in a commit and on the disk', () => {
  const root = committedTree()
  expect(sound(workTreeState(root)).files).toEqual(sound(stateOf(root, 'HEAD')).files)
})

test('the work tree is a commit as long as it holds the same', () => {
  const root = committedTree()
  expect(workTreeState(root)).toMatchObject({ name: 'the work tree', commit: head(root) })
  put(root, 'README.md', 'nothing that is compared\n')
  expect(workTreeState(root)).toMatchObject({ commit: head(root) })
  put(root, 'apps/base/loki/values.yaml', 'size: 20Gi\n')
  expect(workTreeState(root)).not.toHaveProperty('commit')
})

test('a new file counts, even one that git was told to ignore', () => {
  const root = committedTree()
  put(root, '.git/info/exclude', '*.yaml\n')
  put(root, 'apps/base/loki/new.yaml', 'new: true\n')
  const state = sound(workTreeState(root))
  expect(state.read('apps/base/loki/new.yaml')).toBe('new: true\n')
  expect(state.files.has('apps/base/loki/new.yaml')).toBe(true)
})

test('a root may be a folder of a larger repository', () => {
  const root = committedTree('platform/fleet')
  const [before, after] = [sound(stateOf(root, 'HEAD')), sound(workTreeState(root))]
  expect([...before.files.keys()].sort()).toEqual(paths)
  expect(after.files).toEqual(before.files)
  expect(before.read('clusters/homelab/README.md')).toBe(after.read('clusters/homelab/README.md'))
})

test('the files of a commit are read with one process, or as many as there are announcements', () => {
  const root = committedTree()
  const state = sound(stateOf(root, 'HEAD'))
  const asked = vi.spyOn(processes, 'git')
  state.load?.(['apps/base/loki/values.yaml'])
  expect(asked).toHaveBeenCalledTimes(1)
  state.read('apps/base/loki/values.yaml')
  expect(asked).toHaveBeenCalledTimes(1)
  for (const path of paths) state.read(path)
  expect(asked).toHaveBeenCalledTimes(2)
})

test('without a name, the base is what HEAD and the main branch have in common', () => {
  const root = committedTree()
  const shared = head(root)
  git(root, 'checkout', '--quiet', '-b', 'change')
  put(root, 'apps/base/loki/values.yaml', 'size: 20Gi\n')
  commitAll(root)
  expect(stateOf(root)).toMatchObject({ name: 'main', commit: shared })
})

test('what the server calls its main branch comes before what is usually called so', () => {
  const server = committedTree()
  git(server, 'branch', '--quiet', '--move', 'stable')
  const root = join(emptyRoot(), 'clone')
  git(server, 'clone', '--quiet', server, root)
  git(root, 'branch', '--quiet', 'main')
  expect(stateOf(root)).toMatchObject({ name: 'origin/stable', commit: head(server) })
})

test.each<[string, () => { readonly root: string; readonly ref?: string }, Partial<Problem>]>([
  ['no repository', () => ({ root: emptyRoot() }), { rule: 'not-a-repository', fix: 'run git init there' }],
  [
    'no commit yet',
    () => ({ root: repository() }),
    { reason: 'this repository has no commit yet', fix: 'commit what is there, and compare with that' },
  ],
  [
    'a base that nobody knows',
    () => ({ root: committedTree(), ref: 'v9' }),
    { reason: 'there is no commit v9', fix: 'name a commit, a branch or a tag that git log knows, or fetch it first' },
  ],
  [
    'a base that git would take for an option',
    () => ({ root: committedTree(), ref: '--all' }),
    { reason: 'there is no commit --all' },
  ],
  [
    'no main branch',
    () => {
      const root = committedTree()
      git(root, 'branch', '--quiet', '--move', 'mine')
      return { root }
    },
    {
      reason: 'there is no branch origin/HEAD, main, master or trunk to compare with',
      fix: 'name a base, or fetch the main branch first',
    },
  ],
  [
    'histories that have nothing in common',
    () => {
      const root = committedTree()
      git(root, 'checkout', '--quiet', '--orphan', 'other')
      put(root, 'README.md', 'another beginning\n')
      commitAll(root)
      return { root }
    },
    { reason: 'HEAD and main have no commit in common', fix: 'name a base' },
  ],
])('%s is a problem with a fix', (_, made, problem) => {
  const { root, ref } = made()
  expect(stateOf(root, ref)).toMatchObject(problem)
})

test('a branch that only the server has is pointed to', () => {
  const root = committedTree()
  git(root, 'update-ref', 'refs/remotes/origin/release', 'HEAD')
  expect(stateOf(root, 'release')).toMatchObject({ reason: 'there is no commit release', fix: 'name origin/release' })
})

test('a shallow clone in which the branches do not meet says how to deepen it', () => {
  const server = committedTree()
  git(server, 'checkout', '--quiet', '-b', 'change')
  put(server, 'README.md', 'one way\n')
  commitAll(server)
  git(server, 'checkout', '--quiet', 'main')
  put(server, 'README.md', 'another way\n')
  commitAll(server)
  const root = join(emptyRoot(), 'clone')
  git(server, 'clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=change', `file://${server}`, root)
  expect(stateOf(root)).toMatchObject({
    reason: 'how HEAD and origin/main hang together is not in this shallow clone',
    fix: 'run git fetch --unshallow, or let the CI check out the whole history (fetch-depth: 0)',
  })
})

test('a work tree without a commit can be looked at', () => {
  const root = repository()
  put(root, 'clusters/homelab/README.md', '# homelab\n')
  const state = sound(workTreeState(root))
  expect([...state.files.keys()]).toEqual(['clusters/homelab/README.md'])
  expect(state.commit).toBeUndefined()
})
