import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Checkout, checkout, fleetFile, refused } from './checkout.ts'

/** Web runs in three environments; staging is ahead of production. */
const fleet = ({
  stage = "[web({ version: '2.0.0' })]",
  prod = "[web({ version: '1.5.0', values: { replicas: 3 } })]",
  eu = 'web()',
  before = '',
} = {}): string => `import { defineFleet, environment, flux, helmRelease, namespace } from './fleetwright.ts'

const web = helmRelease({ name: 'web', chart: { url: 'oci://registry.example/charts/web', version: '1.0.0' } })
const k3s = { distribution: 'k3s', network: 'flannel' } as const
${before}
export default defineFleet({
  repository: { url: 'https://github.com/example/platform', branch: 'main' },
  environments: {
    dev: environment({}),
    stage: environment({}, ${stage}),
    prod: environment({}, ${prod}),
  },
  clusters: {
    lab: flux({ ...k3s, environment: 'dev', namespaces: { web: namespace({}, [web()]) } }),
    qa: flux({ ...k3s, environment: 'stage', namespaces: { web: namespace({}, [web()]) } }),
    eu: flux({ ...k3s, environment: 'prod', namespaces: { web: namespace({}, [${eu}]) } }),
  },
})
`

let here: Checkout
beforeAll(() => {
  here = checkout()
})
afterEach(() => here.reset())
afterAll(() => here.remove())

const good = { exitCode: 0, stderr: '' }
const promote = (...args: readonly string[]) => here.run('promote', ...args)

/** A fleet, rendered and committed. */
const start = (source = fleet()): void => {
  here.write(fleetFile, source)
  expect(here.render()).toMatchObject(good)
  here.commitAll()
}

/** The lines that differ from the last commit, by file. */
const diff = (...args: readonly string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    here
      .git(...(args.length === 0 ? ['diff'] : args), '--unified=0', '--no-color')
      .split(/^diff --git a\/.* b\//m)
      .slice(1)
      .map((part) => [part.split('\n')[0], part.split('\n').filter((line) => /^[-+](?!--|\+\+)/.test(line))]),
  )

const kustomization = 'apps/prod/web/web/kustomization.yaml'
const written = "values: { title: 'The page of the house, with all there is to say', replicas: 3 }"
const readme = 'clusters/eu/README.md'

/** Production goes from one version to another: a line of the fleet, of the environment's layer, and of a table. */
const moved = (from: string, to: string) => ({
  [kustomization]: [`-        value: ${from}`, `+        value: ${to}`],
  [readme]: [
    expect.stringMatching(new RegExp(`^-.* ${from.replaceAll('.', '\\.')} `)),
    expect.stringMatching(new RegExp(`^\\+.* ${to.replaceAll('.', '\\.')} `)),
  ],
})

describe('a version goes from one environment to another', () => {
  test('and a line for which that is too much becomes several, as the formatter would have them', () => {
    start(fleet({ prod: `[web({ ${written} })]` }))
    const { stdout, ...ended } = promote('stage', 'prod', 'web')
    expect(ended).toEqual(good)
    const lines = [
      `-    prod: environment({}, [web({ ${written} })]),`,
      '+    prod: environment({}, [',
      `+      web({ version: '2.0.0', ${written} }),`,
      '+    ]),',
    ]
    expect(diff()[fleetFile]).toEqual(lines)
    expect(stdout).toContain(`${lines.join('\n')}\n`)
  })

  test('as a diff of exactly that', () => {
    start()
    expect(promote('stage', 'prod', 'web')).toEqual({
      ...good,
      stdout: `prod goes from web 1.5.0 to 2.0.0, as stage has it.

generators/fleet.ts:11
-    prod: environment({}, [web({ version: '1.5.0', values: { replicas: 3 } })]),
+    prod: environment({}, [web({ version: '2.0.0', values: { replicas: 3 } })]),

changed  ${kustomization}
changed  ${readme}`,
    })
    expect(diff()).toEqual({
      ...moved('1.5.0', '2.0.0'),
      [fleetFile]: [
        "-    prod: environment({}, [web({ version: '1.5.0', values: { replicas: 3 } })]),",
        "+    prod: environment({}, [web({ version: '2.0.0', values: { replicas: 3 } })]),",
      ],
    })
    expect(here.render('--check')).toMatchObject(good)
  })

  test('that said nothing of the component', () => {
    start()
    expect(promote('stage', 'dev', 'web')).toMatchObject(good)
    expect(diff()).toMatchObject({
      [fleetFile]: ['-    dev: environment({}),', "+    dev: environment({}, [web({ version: '2.0.0' })]),"],
    })
    expect(Object.keys(diff())).toEqual(['clusters/lab/README.md', 'clusters/lab/web/web.yaml', fleetFile])
    expect(here.git('status', '--porcelain', '--untracked-files=all')).toContain(
      '?? apps/dev/web/web/kustomization.yaml',
    )
  })

  test('back to what the chart itself is pinned to, and says that it goes back', () => {
    start()
    expect(promote('dev', 'prod', 'web').stdout).toMatch(
      /^prod goes back from web 1\.5\.0 to 1\.0\.0, as dev has it\.\n/,
    )
    expect(diff()).toMatchObject(moved('1.5.0', '1.0.0'))
  })

  test('but not to a cluster that has its own', () => {
    start(fleet({ eu: "web({ version: '1.9.0' })" }))
    expect(promote('stage', 'prod', 'web').stdout).toMatch(/\nCluster eu keeps 1\.9\.0, which it says itself\.\n/)
    expect(diff()).toMatchObject({ [kustomization]: moved('1.5.0', '2.0.0')[kustomization] })
    expect(Object.keys(diff())).toEqual([kustomization, fleetFile])
  })

  test('once: the second time there is nothing to do', () => {
    start(fleet({ prod: "[web({ version: '2.0.0' })]" }))
    expect(promote('stage', 'prod', 'web')).toEqual({
      ...good,
      stdout: 'prod has web 2.0.0 already, as stage has it: nothing to do.',
    })
    expect(diff()).toEqual({})
  })
})

test('--check says what would change, and writes nothing', () => {
  start()
  const { stdout, ...rest } = promote('stage', 'prod', 'web', '--check')
  expect(rest).toEqual(good)
  expect(here.git('status', '--porcelain')).toBe('')
  expect(promote('stage', 'prod', 'web').stdout).toBe(stdout)
})

describe('--commit', () => {
  test('commits the promotion and nothing else', () => {
    start()
    here.write('README.md', 'staged\n')
    here.git('add', 'README.md')
    const { stdout, ...rest } = promote('stage', 'prod', 'web', '--commit')
    expect(rest).toEqual(good)
    expect(stdout).toMatch(/\nCommitted as [0-9a-f]{12}: Promote web 2\.0\.0 from stage to prod$/)
    expect(diff('show', '--format=')).toEqual({
      ...moved('1.5.0', '2.0.0'),
      [fleetFile]: expect.objectContaining({ length: 2 }),
    })
    expect(here.git('log', '-1', '--format=%B').trimEnd()).toBe(`Promote web 2.0.0 from stage to prod

prod goes from web 1.5.0 to 2.0.0, as stage has it.

Moved in generators/fleet.ts, and rendered, by npx zx scripts/promote.mjs stage prod web.`)
    expect(here.git('status', '--porcelain')).toBe('M  README.md\n')
  })

  test('takes nobody else’s change of the fleet along', () => {
    start()
    here.write(fleetFile, `${fleet()}// a thought\n`)
    expect(promote('stage', 'prod', 'web', '--commit')).toEqual(
      refused(
        'the repository',
        `${fleetFile} would be committed with changes that are not of the promotion`,
        'commit or undo them first, or leave out --commit',
        'not-committed',
      ),
    )
    expect(diff()).toEqual({ [fleetFile]: ['+// a thought'] })
  })
})

describe('is refused, with nothing written:', () => {
  const expectRefused = (source: string, ...told: Parameters<typeof refused>) => {
    start(source)
    expect(promote('stage', 'prod', 'web')).toEqual(refused(...told))
    expect(here.git('status', '--porcelain')).toBe('')
  }

  test('a version that is computed', () => {
    expectRefused(
      fleet({ prod: "[web({ version: ['1', '5', '0'].join('.') })]" }),
      'generators/fleet.ts:11:34  environments.prod.web.version',
      'the version of web in prod is computed, not written as a text',
      "write version: '2.0.0' here, or change what it is computed from",
      'promotion-is-written',
    )
  })

  test('options that another environment shares, and would change with', () => {
    expectRefused(
      fleet({ before: "const old = [web({ version: '1.5.0' })]\n", prod: 'old' }).replace(
        'dev: environment({})',
        'dev: environment({}, old)',
      ),
      'generators/fleet.ts:5:20  environments.prod.web.version',
      'others than prod read what is written here of web, and would change with it',
      "give prod a web of its own, with version: '2.0.0'",
      'promotion-is-written',
    )
  })

  test('a component that no cluster of the environment runs', () => {
    expectRefused(
      fleet({ prod: '[]', eu: '' }),
      'generators/fleet.ts:11:5  environments.prod',
      'no cluster of prod runs a component called web, so that a version there would be ignored',
      'add web to a cluster of prod first',
      'options-reach-somebody',
    )
  })

  test('a tree that is not as the fleet says already', () => {
    start()
    here.write(fleetFile, fleet({ prod: "[web({ version: '1.5.0', values: { replicas: 4 } })]" }))
    expect(promote('stage', 'prod', 'web')).toEqual(
      refused(
        'the repository',
        '1 file of the tree is not as the fleet says already, which would get mixed into the promotion',
        'run npx zx scripts/render.mjs and look at what it changes, then promote',
        'stale-tree',
      ),
    )
    expect(Object.keys(diff())).toEqual([fleetFile])
  })

  test('a fleet that has problems', () => {
    start()
    here.write(fleetFile, fleet({ stage: "[web({ version: 'latest' })]" }))
    expect(promote('stage', 'prod', 'web')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('environments.stage.web.version'),
    })
    expect(Object.keys(diff())).toEqual([fleetFile])
  })

  test('a tree that cannot be written, after which the fleet is as it was', () => {
    start()
    // Nothing can be noted here of what is about to be written, so nothing is.
    mkdirSync(join(here.folder, '.git/fleetwright/intent.json'))
    expect(promote('stage', 'prod', 'web')).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('intent.json cannot be written'),
    })
    expect(here.git('status', '--porcelain')).toBe('')
  })
})

describe('wrong usage:', () => {
  test.each([
    [['stage', 'prod'], 'COMPONENT is missing'],
    [['stage', 'prd', 'web'], 'there is no environment prd: did you mean prod?'],
    [['test', 'prod', 'web'], 'there is no environment test: there are dev, stage, prod'],
    [['stage', 'prod', 'wep'], 'there is no component wep: did you mean web?'],
    [['prod', 'prod', 'web'], 'FROM and TO are the same environment, prod'],
    [['stage', 'prod', 'web', '--check', '--commit'], '--check writes nothing, so it cannot go with --commit'],
  ])('%j', (args, told) => {
    here.write(fleetFile, fleet())
    const { exitCode, stdout, stderr } = promote(...args)
    expect({ exitCode, stdout, told: stderr.split('\n\n')[0] }).toEqual({ exitCode: 2, stdout: '', told })
    expect(here.tree()).toEqual({})
  })
})
