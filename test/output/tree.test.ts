import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  commitAll,
  contents,
  contentsOf,
  emptyRoot,
  git,
  identity,
  paths,
  put,
  render,
  repository,
  summary,
} from './sandbox.ts'

const values = 'apps/base/monitoring/loki/values.yaml'
const release = 'apps/base/monitoring/loki/helmrelease.yaml'
const cluster = 'clusters/homelab/monitoring/loki.yaml'

const clean = { created: [], changed: [], pruned: [], unchanged: 0, problems: [] }

test('an empty tree receives every file', async () => {
  const root = repository()
  const survey = await render(root, { [values]: 'size: 1', [cluster]: 'name: loki' })
  expect(summary(survey)).toEqual({ ...clean, created: [values, cluster] })
  expect(contents(root)).toEqual(contentsOf({ [values]: 'size: 1', [cluster]: 'name: loki' }))
})

test('nothing but the wanted files appears in the work tree', async () => {
  const root = repository()
  await render(root, { [values]: 'size: 1' })
  expect(paths(root)).toEqual(
    ['apps/', 'apps/base/', 'apps/base/monitoring/', 'apps/base/monitoring/loki/', values].sort(),
  )
})

test('a changed file is replaced, a new one comes beside it, the others are not touched at all', async () => {
  const root = repository()
  await render(root, { [values]: 'size: 1', [cluster]: 'name: loki' })
  const before = identity(root, cluster)
  const survey = await render(root, { [values]: 'size: 2', [cluster]: 'name: loki', [release]: 'kind: HelmRelease' })
  expect(summary(survey)).toEqual({ ...clean, created: [release], changed: [values], unchanged: 1 })
  expect(contents(root)).toEqual(
    contentsOf({ [values]: 'size: 2', [cluster]: 'name: loki', [release]: 'kind: HelmRelease' }),
  )
  expect(identity(root, cluster)).toEqual(before)
})

test('a file that is no longer wanted goes, with the directories that hold nothing else', async () => {
  const root = repository()
  await render(root, { [values]: 'size: 1', [cluster]: 'name: loki' })
  put(root, 'clusters/homelab/monitoring/own.yaml', 'a person keeps this here\n')
  const survey = await render(root, {})
  expect(summary(survey)).toEqual({ ...clean, pruned: [values, cluster] })
  expect(paths(root)).toEqual([
    'clusters/',
    'clusters/homelab/',
    'clusters/homelab/monitoring/',
    'clusters/homelab/monitoring/own.yaml',
  ])
})

test('an empty directory that pruning did not leave behind stays', async () => {
  const root = repository()
  mkdirSync(join(root, 'apps/base/ideas'), { recursive: true })
  await render(root, { [values]: 'size: 1' })
  await render(root, {})
  expect(paths(root)).toEqual(['apps/', 'apps/base/', 'apps/base/ideas/'])
})

test('a fresh clone prunes what it finds to be ours, without any memory', async () => {
  const origin = repository()
  await render(origin, { [values]: 'size: 1', [cluster]: 'name: loki' })
  commitAll(origin)
  const clone = emptyRoot()
  git(clone, 'clone', '--quiet', origin, '.')
  const survey = await render(clone, { [cluster]: 'name: loki' })
  expect(summary(survey)).toEqual({ ...clean, pruned: [values], unchanged: 1 })
})

test('only what is prunable is pruned, and the rest is remembered for a later render', async () => {
  const root = repository()
  const other = 'clusters/edge/monitoring/loki.yaml'
  await render(root, { [cluster]: 'name: loki', [other]: 'name: loki' })
  const part = await render(root, {}, { prunable: (path) => path.startsWith('clusters/homelab/') })
  expect(summary(part)).toEqual({ ...clean, pruned: [cluster] })
  put(root, other, contentsOf({ [other]: 'name: mine' })[other]!)
  expect(summary(await render(root, {})).problems).toEqual([
    `hand-edit: ${other} was edited by hand and is not committed`,
  ])
})

test('a JSON file belongs to the kustomization of ours that lists it', async () => {
  const root = repository()
  const kustomization = 'apps/base/monitoring/boards/kustomization.yaml'
  const board = 'apps/base/monitoring/boards/nodes.json'
  const list = 'configMapGenerator:\n  - name: boards\n    files:\n      - nodes.json'
  await render(root, { [kustomization]: list, [board]: '{"a":1}' })
  commitAll(root)
  put(root, 'apps/base/monitoring/boards/own.json', '{}')
  const clone = emptyRoot()
  git(clone, 'clone', '--quiet', root, '.')
  put(clone, 'apps/base/monitoring/boards/own.json', '{}')
  const changed = await render(clone, { [kustomization]: list, [board]: '{"a":2}' })
  expect(summary(changed)).toEqual({ ...clean, changed: [board], unchanged: 1 })
  const pruned = await render(clone, {})
  expect(summary(pruned)).toEqual({ ...clean, pruned: [kustomization, board] })
  expect(contents(clone)).toEqual({ 'apps/base/monitoring/boards/own.json': '{}' })
})

test.each([
  [
    'a file without our header',
    (root: string) => put(root, values, 'mine: true\n'),
    `${values} is not ours: it does not carry our header`,
  ],
  [
    'a JSON file that nothing of ours lists',
    (root: string) => put(root, 'apps/base/x.json', '{}'),
    'apps/base/x.json is not ours: no kustomization of ours lists it',
  ],
  [
    'a directory',
    (root: string) => mkdirSync(join(root, values), { recursive: true }),
    `a directory stands at ${values}`,
  ],
  [
    'a file where a directory should be',
    (root: string) => put(root, 'apps/base/monitoring', 'mine\n'),
    'a file stands at apps/base/monitoring',
  ],
  [
    'a link',
    (root: string) => {
      put(root, 'mine.yaml', 'mine\n')
      mkdirSync(join(root, 'apps/base/monitoring/loki'), { recursive: true })
      symlinkSync(join(root, 'mine.yaml'), join(root, values))
    },
    `a symbolic link stands at ${values}`,
  ],
  [
    'a link to a directory elsewhere',
    (root: string) => symlinkSync(emptyRoot(), join(root, 'apps')),
    'a symbolic link stands at apps',
  ],
])('%s in the way is a problem even with --force, and nothing is written', async (_, place, reason) => {
  const root = repository()
  place(root)
  const before = contents(root)
  const survey = await render(
    root,
    { [values]: 'size: 1', 'apps/base/x.json': '{"a":1}', [cluster]: 'a: 1' },
    { force: true },
  )
  expect(summary(survey).problems).toEqual([`file-in-the-way: ${reason}`])
  expect(contents(root)).toEqual(before)
})

test('one thing in the way of many files is one problem', async () => {
  const root = repository()
  put(root, 'apps', 'mine\n')
  expect((await render(root, { [values]: 'size: 1', [release]: 'kind: HelmRelease' })).problems).toHaveLength(1)
})

test('nothing outside our folders is pruned, nor in the folder of Flux, nor behind a link', async () => {
  const root = repository()
  const elsewhere = emptyRoot()
  const ours = contentsOf({ [values]: 'old: 1' })[values]!
  put(root, 'docs/values.yaml', ours)
  put(root, 'clusters/homelab/flux-system/gotk-sync.yaml', ours)
  put(elsewhere, 'values.yaml', ours)
  symlinkSync(elsewhere, join(root, 'clusters/linked'))
  commitAll(root)
  expect(summary(await render(root, {}))).toEqual(clean)
  expect(contents(elsewhere)).toEqual({ 'values.yaml': ours })
})

test.each([
  ['../apps/x.yaml'],
  ['/apps/x.yaml'],
  ['apps/../x.yaml'],
  ['apps//x.yaml'],
  ['apps'],
  ['docs/x.yaml'],
  ['clusters/homelab/flux-system/kustomization.yaml'],
])('%s is no path to render to: a mistake of the program', async (path) => {
  await expect(render(repository(), { [path]: 'a: 1' })).rejects.toThrow(`nothing may be rendered to ${path}`)
})

test('a path that is a file and a directory at once is a mistake of the program', async () => {
  await expect(render(repository(), { 'apps/a': 'a: 1', 'apps/a/b': 'b: 1' })).rejects.toThrow(
    'apps/a is rendered as a file and as a directory',
  )
})

test('without git the tree is rendered just the same, and remembered in a folder that git would ignore', async () => {
  const root = emptyRoot()
  await render(root, { [values]: 'size: 1' })
  expect(summary(await render(root, { [values]: 'size: 2' }))).toEqual({ ...clean, changed: [values] })
  git(root, 'init', '--quiet')
  expect(git(root, 'status', '--porcelain')).toBe('?? apps/\n')
})

test('two roots in one repository remember each their own', async () => {
  const top = repository()
  const [one, two] = [join(top, 'one'), join(top, 'two')]
  mkdirSync(one)
  mkdirSync(two)
  await render(one, { [values]: 'size: 1' })
  await render(two, { [values]: 'size: 2' })
  expect(summary(await render(one, { [values]: 'size: 3' }))).toEqual({ ...clean, changed: [values] })
  expect(contents(top)).toEqual({
    [`one/${values}`]: contentsOf({ [values]: 'size: 3' })[values],
    [`two/${values}`]: contentsOf({ [values]: 'size: 2' })[values],
  })
})
