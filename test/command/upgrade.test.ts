import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execaSync } from 'execa'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownScripts } from '../../generators/new/files.ts'
import { git as gitIn } from '../output/sandbox.ts'
import { type Packed, packed } from '../support/packed.ts'

// A repository of somebody's own, made by one version of the package, and later versions of it: files, for there is no
// network. Whatever npm is asked, it has nobody to ask.

const program = fileURLToPath(new URL('../..', import.meta.url))
const home = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-upgrade-')))
const root = join(home, 'platform')
const environment = {
  npm_config_cache: join(home, 'cache'),
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_fetch_retries: '0',
  npm_config_update_notifier: 'false',
}
const slow = 10 * 60_000

const run = (program: string, ...args: readonly string[]) => {
  const options = { cwd: existsSync(root) ? root : home, env: environment, reject: false, stdin: 'ignore' } as const
  const { exitCode, stdout, stderr } = execaSync(program, args, options)
  return { exitCode, stdout, stderr }
}
const upgrade = (...args: readonly string[]) => run(process.execPath, 'scripts/upgrade.mjs', ...args)
const git = (...args: readonly string[]): string => gitIn(root, ...args).trimEnd()

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const edit = (path: string, from: string, to: string): void =>
  writeFileSync(
    join(root, path),
    read(path).replace(from, () => to),
  )

/** Every file of the repository but for git's own, the installed packages among them. */
const bytes = (): Readonly<Record<string, string>> => {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).sort()
  // What was compiled of the fleet is no part of it.
  const own = paths.filter((path) => !/^(\.git|node_modules\/\.cache)\//.test(path))
  return Object.fromEntries(own.map((path) => [path, readFileSync(join(root, path), 'latin1')]))
}

/** The scripts that nobody edited. */
const standing = ownScripts.filter((name) => name !== 'render').toSorted()

let versions: Packed
let second: string

beforeAll(() => {
  versions = packed(home)
  second = versions.later('0.2.0', [
    ['memory: "256Mi" }, limits: { memory: "1Gi" } }', 'memory: "256Mi" }, limits: { memory: "2Gi" } }'],
    ['#!/usr/bin/env zx\nimport', '#!/usr/bin/env zx\n// Of 0.2.0\nimport'],
  ])
  const answers = [
    '--environments',
    'dev,prod',
    '--observe',
    'logs',
    '--yes',
    '--package',
    `file:../${basename(versions.first)}`,
  ]
  expect(run(process.execPath, join(program, 'scripts/new.mjs'), 'platform', ...answers)).toMatchObject({ exitCode: 0 })
  edit('generators/fleet.ts', 'lokiSingle()', "lokiSingle({ retention: '720h' })")
  edit('scripts/render.mjs', '\n', '\n// Mine\n')
  expect(run('npx', 'zx', 'scripts/render.mjs')).toMatchObject({ exitCode: 0 })
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Keep logs for a month, my way')
}, slow)
afterAll(() => rmSync(home, { recursive: true, maxRetries: 5 }), slow)

const shown = `fleetwright 0.1.0 → fleetwright 0.2.0
2 of 2 clusters change, 2 objects changed, by 1 rendered file.

1 risk
  ! loki-single changes in every environment at once: dev and prod
    If it goes wrong, it goes wrong everywhere, and no environment is left in which it was tried. Change one environment first, and the others once it has run there.

dev
  loki-single: dev-1, in monitoring
    loki memory limit 1Gi → 2Gi
    from generators/fleet.ts:15 (clusters.dev-1.namespaces.monitoring.loki-single): the fleet says the same of this as before: another version of Fleetwright, or of a chart in its catalogue, renders it otherwise

prod
  loki-single: prod-1, in monitoring
    loki memory limit 1Gi → 2Gi
    from generators/fleet.ts:15 (clusters.prod-1.namespaces.monitoring.loki-single): the fleet says the same of this as before: another version of Fleetwright, or of a chart in its catalogue, renders it otherwise

Files of yours
  changed  package.json
    -    "fleetwright": "file:../fleetwright-0.1.0.tgz"
    +    "fleetwright": "file:../fleetwright-0.2.0.tgz"
${[...standing].map((name) => `  changed  scripts/${name}.mjs`).join('\n')}
    +// Of 0.2.0

Kept as you have them
  scripts/render.mjs, of which 0.2.0 would have another one:
     #!/usr/bin/env zx
    +// Of 0.2.0
     import 'fleetwright/scripts/render.mjs'
`

test(
  'it shows what a version changes, for the clusters and in the files of whoever owns it, and writes nothing',
  () => {
    const before = bytes()
    expect(upgrade(second)).toEqual({
      exitCode: 0,
      stdout: `${shown}\nNothing was written. With --yes it is done, and with --commit it is committed as well.`,
      stderr: '',
    })
    expect(bytes()).toEqual(before)
    expect(readdirSync(home).filter((name) => name.includes('-upgrade-'))).toEqual([])
  },
  slow,
)

test(
  'a version that does not take the fleet is told by the line of the fleet, and every byte stays as it is',
  () => {
    const before = bytes()
    // A name is gone that the fleet imports.
    const third = versions.later('0.3.0', [['  lokiSingle,\n  manifests,', '  manifests,']])
    const { exitCode, stdout, stderr } = upgrade(third, '--yes', '--json')
    expect({ exitCode, stderr, ...JSON.parse(stdout) }).toEqual({
      exitCode: 1,
      stderr: '',
      from: '0.1.0',
      to: '0.3.0',
      changes: [],
      isDone: false,
      problems: [
        {
          rule: 'fleet-import',
          place: [],
          file: 'generators/fleet.ts',
          line: 3,
          column: 73,
          reason: 'fleetwright exports no lokiSingle',
          fix: 'import what fleetwright exports',
        },
      ],
    })
    // An option is gone that the fleet says.
    const option = 'retention: duration,\n  size: quantity,\n  otlpLabels'
    const fourth = versions.later('0.4.0', [[option, option.replace('retention: duration,\n', '')]])
    expect(upgrade(fourth, '--yes')).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^fleetwright 0\.4\.0 does not take this fleet as 0\.1\.0 did:\n\ngenerators\/fleet\.ts:15:20 .*\n {2}loki-single has no 'retention'\n {2}fix: remove it/,
      ),
    })
    expect(bytes()).toEqual(before)
  },
  slow,
)

test(
  'when npm cannot find or install a version, it says why, and every byte stays as it is',
  () => {
    const before = bytes()
    expect(upgrade()).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(
        /^the repository\n {2}npm does not say which version of fleetwright is the newest: code ECONNREFUSED\n(?: {2}.*\n)* {2}fix: name a version, or the file of a package/,
      ),
    })
    expect(upgrade('0.9.0', '--yes')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(
        /^package\.json\n {2}npm could not install fleetwright 0\.9\.0: code ECONNREFUSED\n/,
      ),
    })
    expect(bytes()).toEqual(before)
  },
  slow,
)

test(
  'what is not committed is not mixed with the upgrade',
  () => {
    edit('package.json', 'private', 'Private')
    expect(upgrade(second, '--yes').stderr).toBe(
      [
        'the repository',
        '  package.json holds changes that are not committed, which would get mixed into the upgrade',
        '  fix: commit or undo them, then upgrade; or add --force',
        '  rule: not-committed',
        '',
        '1 problem; nothing was written.',
      ].join('\n'),
    )
    git('checkout', '--quiet', '.')
    edit('generators/fleet.ts', "'720h'", "'360h'")
    expect(upgrade(second, '--yes').stderr).toMatch(
      /^the repository\n {2}2 files of the tree are not as the fleet says already, which would get mixed into the upgrade\n {2}fix: run npx zx scripts\/render\.mjs/,
    )
    git('checkout', '--quiet', '.')
  },
  slow,
)

test(
  'what is no newer version is told, and nothing is done',
  () => {
    const nothing = 'This repository has fleetwright 0.1.0, and there is nothing newer to upgrade to.'
    expect(upgrade('0.1.0')).toEqual({ exitCode: 0, stdout: nothing, stderr: '' })
    expect(upgrade(versions.first)).toEqual({ exitCode: 0, stdout: nothing, stderr: '' })
    expect(upgrade('0.0.9').stderr).toContain('0.0.9 is older than 0.1.0, which this repository has')
    expect(upgrade('../no-such.tgz').stderr).toContain('there is no file ../no-such.tgz')
    expect(upgrade('package.json').stderr).toContain('package.json is no package of npm')
    expect(upgrade('latest')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("'latest' is neither a version, such as 1.2.3, nor a file that npm packed"),
    })
    expect(upgrade(second, '--commit').stderr).toContain('--commit goes with --yes where nobody is asked')
  },
  slow,
)

test(
  'with --yes it is done: a line of package.json, the scripts, the packages, the tree, and with --commit their commit',
  () => {
    const edited = read('scripts/render.mjs')
    const { exitCode, stdout } = run('npx', 'zx', 'scripts/upgrade.mjs', second, '--yes', '--commit')
    expect(exitCode).toBe(0)
    expect(stdout.replace(/[0-9a-f]{12}/, 'COMMIT')).toBe(
      `${shown}
fleetwright 0.2.0 is installed; ${standing.length + 1} files of yours and 1 of the tree written.
Committed as COMMIT: Upgrade fleetwright from 0.1.0 to 0.2.0`,
    )
    expect(git('status', '--porcelain')).toBe('')
    expect(git('diff', '--numstat', 'HEAD~').replaceAll('\t', ' ').split('\n')).toEqual([
      '1 1 apps/base/monitoring/loki-single/statefulset.yaml',
      '4 4 package-lock.json',
      '1 1 package.json',
      ...standing.map((name) => `1 0 scripts/${name}.mjs`),
    ])
    expect(read('scripts/render.mjs')).toBe(edited)
    expect(JSON.parse(read('node_modules/fleetwright/package.json'))).toMatchObject({ version: '0.2.0' })
    expect(run('npx', 'zx', 'scripts/render.mjs', '--check')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Up to date/),
    })
    expect(run('npm', 'ls')).toMatchObject({ exitCode: 0 })
    expect(readdirSync(home).filter((name) => name.includes('-upgrade-'))).toEqual([])
    expect(upgrade(second)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('nothing newer to upgrade to'),
    })
  },
  slow,
)

test(
  'the repository of the program itself is brought up to date by git',
  () => {
    const { exitCode, stdout } = execaSync(process.execPath, [join(program, 'scripts/upgrade.mjs')], { cwd: program })
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: 'This is the repository of fleetwright itself, with nothing to upgrade: git pull brings what is newer.',
    })
  },
  slow,
)
