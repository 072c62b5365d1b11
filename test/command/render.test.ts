import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { identity, tick } from '../output/sandbox.ts'
import { type Checkout, checkout, fleet, fleetFile } from './checkout.ts'

let here: Checkout
beforeAll(() => {
  here = checkout()
})
afterEach(() => here.reset())
afterAll(() => here.remove())

const good = { exitCode: 0, stderr: '' }

describe('a render', () => {
  test('writes what the fleet says, and says so in a line', () => {
    expect(here.render()).toEqual({ ...good, stdout: '15 files written (15 new).' })
    expect(Object.keys(here.tree())).toEqual([
      'apps/base/web/web/helmrelease.yaml',
      'apps/base/web/web/kustomization.yaml',
      'apps/base/web/web/ocirepository.yaml',
      'apps/base/web/web/values-reference.yaml',
      'apps/base/web/web/values.yaml',
      'apps/clusters/b/web/web/kustomization.yaml',
      'apps/clusters/b/web/web/values-b.yaml',
      'clusters/a/README.md',
      'clusters/a/web/kustomization.yaml',
      'clusters/a/web/web.yaml',
      'clusters/b/README.md',
      'clusters/b/web/kustomization.yaml',
      'clusters/b/web/web.yaml',
      'infrastructure/components/namespace-no-istio/kustomization.yaml',
      'infrastructure/components/namespace-no-istio/namespace.yaml',
    ])
  })

  test('that changes nothing touches nothing: neither a file nor a folder', async () => {
    here.render()
    const stamps = () => {
      const paths = Object.keys(here.tree()).flatMap((path) => ancestors(path))
      return Object.fromEntries(paths.map((path) => [path, identity(here.folder, path)]))
    }
    const before = stamps()
    await tick()
    expect(here.render()).toEqual({ ...good, stdout: 'Nothing to do: 15 files are as the fleet says.' })
    // Another source of the same fleet has to be thought through, and comes to the same.
    here.write(fleetFile, `${fleet()}// the same fleet\n`)
    expect(here.render()).toEqual({ ...good, stdout: 'Nothing to do: 15 files are as the fleet says.' })
    expect(stamps()).toEqual(before)
    expect(Object.keys(before)).toContain('apps/base')
  })

  test('writes only what changed, and prunes what is gone', () => {
    here.render()
    const untouched = identity(here.folder, 'clusters/a/web/kustomization.yaml')
    here.write(fleetFile, fleet({ version: '1.0.1', b: 'web()' }))
    expect(here.render()).toEqual({
      ...good,
      stdout: '4 files written (4 changed), 2 pruned, 9 unchanged.',
    })
    expect(identity(here.folder, 'clusters/a/web/kustomization.yaml')).toEqual(untouched)
    expect(lstatSync(join(here.folder, 'apps/clusters'), { throwIfNoEntry: false })).toBeUndefined()
  })

  test('tells machines what it did', () => {
    const { stdout, ...rest } = here.render('--json')
    expect(rest).toEqual(good)
    expect(JSON.parse(stdout)).toEqual({
      created: Object.keys(here.tree()),
      changed: [],
      pruned: [],
      unchanged: 0,
      switchedOff: [],
    })
  })

  test('of one cluster writes what that cluster reads, and leaves the others alone', () => {
    here.render()
    here.write(fleetFile, fleet({ version: '1.0.1', a: '', b: '' }))
    const before = here.tree()
    expect(here.render('--cluster', 'b')).toMatchObject(good)
    const after = here.tree()
    const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (path) => before[path] !== after[path],
    )
    expect(differing.sort()).toEqual([
      'apps/clusters/b/web/web/kustomization.yaml',
      'apps/clusters/b/web/web/values-b.yaml',
      'clusters/b/README.md',
      'clusters/b/web/kustomization.yaml',
      'clusters/b/web/web.yaml',
    ])
    expect(after).not.toHaveProperty(['clusters/b/web/web.yaml'])
  })
})

describe('--check', () => {
  test('says that the tree is as the fleet says', () => {
    here.render()
    expect(here.render('--check')).toEqual({ ...good, stdout: 'Up to date: 15 files are as the fleet says.' })
  })

  test('lists what differs, writes nothing and exits with 1', () => {
    here.render()
    here.write(fleetFile, fleet({ a: 'web({ values: { replicas: 3 } })', b: 'web()' }))
    const before = here.tree()
    expect(here.render('--check')).toEqual({
      exitCode: 1,
      stderr: '',
      stdout: [
        'new      apps/clusters/a/web/web/kustomization.yaml',
        'new      apps/clusters/a/web/web/values-a.yaml',
        'pruned   apps/clusters/b/web/web/kustomization.yaml',
        'pruned   apps/clusters/b/web/web/values-b.yaml',
        'changed  clusters/a/README.md',
        'changed  clusters/a/web/web.yaml',
        'changed  clusters/b/README.md',
        'changed  clusters/b/web/web.yaml',
        '',
        '8 files differ from the fleet: run npx zx scripts/render.mjs',
      ].join('\n'),
    })
    expect(here.tree()).toEqual(before)
  })

  test('sees a hand edit, committed or not', () => {
    here.render()
    here.write('apps/base/web/web/values.yaml', `${here.tree()['apps/base/web/web/values.yaml']}replicas: 9\n`)
    const stale = {
      exitCode: 1,
      stderr: '',
      stdout: 'changed  apps/base/web/web/values.yaml\n\n1 file differs from the fleet: run npx zx scripts/render.mjs',
    }
    expect(here.render('--check')).toEqual(stale)
    here.commitAll()
    expect(here.render('--check')).toEqual(stale)
  })
})

describe('arguments', () => {
  test('--help says what every option does', () => {
    const { stdout, ...rest } = here.render('--help')
    expect(rest).toEqual(good)
    expect(stdout.split('\n')[0]).toBe('npx zx scripts/render.mjs [options]')
    for (const option of ['check', 'cluster NAME', 'commit', 'force', 'json', 'help']) {
      expect(stdout).toMatch(new RegExp(`^  --${option} +\\S.{3,}$`, 'm'))
    }
    expect(stdout.split('\n').at(-1)).toBe('Exit codes: 0 good, 1 problems or a stale tree, 2 wrong usage.')
  })

  test.each([
    [['--chek'], 'there is no option --chek: did you mean --check?'],
    [['--verbose'], 'there is no option --verbose'],
    [['--cluster'], '--cluster needs a value: --cluster NAME'],
    [['--json=yes'], '--json takes no value'],
    [['b'], "what is 'b' for? This command takes options only"],
    [['--check', '--commit'], '--check writes nothing, so it cannot go with --commit'],
    [['--cluster', 'c'], 'there is no cluster c: there are a, b'],
  ])('%j is told, with the help, and exits with 2', (args, told) => {
    const { exitCode, stdout, stderr } = here.render(...args)
    expect({ exitCode, stdout, told: stderr.split('\n\n')[0] }).toEqual({ exitCode: 2, stdout: '', told })
    expect(stderr).toContain('  --check ')
    expect(here.tree()).toEqual({})
  })
})

/** A path and every folder above it. */
const ancestors = (path: string): readonly string[] =>
  path.split('/').map((_, depth, steps) => steps.slice(0, depth + 1).join('/'))
