import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execaSync } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { helpText } from '../../generators/command/arguments.ts'
import { shells } from '../../generators/command/completion/shells.ts'
import { completionCommand } from '../../generators/command/completion.ts'
import { programUsages, usages } from '../../generators/command/usages.ts'
import { put } from '../output/sandbox.ts'
import { type Asked, askers, isThere } from '../support/shells.ts'

const program = fileURLToPath(new URL('../..', import.meta.url))

const fleet = `export default defineFleet({
  environments: {
    dev: environment({ storageClass: 'local-path' }),
    'stage-1': environment({ storageClass: 'gp3' }),
  },
  clusters: {
    'not-rendered': flux({ environment: 'dev' }),
  },
})
`

const files = {
  'generators/fleet.ts': fleet,
  'clusters/hub/README.md': '',
  'clusters/homelab/README.md': '',
  'apps/base/monitoring/loki/values.yaml': '',
  'apps/base/web/podinfo/values.yaml': '',
  'apps/dev/monitoring/loki/values-dev.yaml': '',
  'apps/cloud/monitoring/loki/values-cloud.yaml': '',
  'apps/clusters/hub/monitoring/loki/values-hub.yaml': '',
  'infrastructure/base/kube-system/cilium/values.yaml': '',
  'infrastructure/components/namespace-no-istio/kustomization.yaml': '',
  'scripts/render.mjs': '',
  'scripts/review.mjs': '',
  'scripts/backup.mjs': '',
  'package.json': JSON.stringify({
    scripts: { render: 'zx scripts/render.mjs', 'test:cluster': 'zx scripts/test-cluster.mjs', test: 'vitest run' },
  }),
}

let [root, nowhere] = ['', '']
beforeAll(async () => {
  nowhere = mkdtempSync(join(tmpdir(), 'fleetwright-nowhere-'))
  root = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-completion-')))
  for (const [path, content] of Object.entries(files)) put(root, path, content)
  for (const shell of shells) writeFileSync(join(root, `completion.${shell}`), (await run(shell)).out)
  execaSync('git', ['init', '--quiet', '--initial-branch', 'main'], { cwd: root })
  execaSync(
    'git',
    ['-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--allow-empty', '-m', 'A'],
    {
      cwd: root,
    },
  )
})
afterAll(() => {
  for (const folder of [root, nowhere]) rmSync(folder, { recursive: true })
})

const run = async (...args: readonly string[]) => {
  const said = { out: '', err: '' }
  const code = await completionCommand({
    args,
    root,
    program,
    scribe: '',
    fleet: { exports: {}, fingerprint: '' },
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return { code, ...said }
}

/** What stands behind `▸` may come next. */
const lines = [
  ['fleetwright re▸', ['render', 'review']],
  ['npx fleetwright rules no-cyc▸', ['no-cycle']],
  ['npx --yes fleetwright render --c▸', ['--check', '--cluster', '--commit']],
  ['npx zx scripts/re▸', ['scripts/render.mjs', 'scripts/review.mjs']],
  ['npx zx scripts/render.mjs ▸', ['--check', '--cluster', '--commit', '--force', '--help', '--json', '--shard']],
  ['npx zx scripts/render.mjs --check --cluster ▸', ['homelab', 'hub', 'not-rendered']],
  ['zx scripts/render.mjs --cluster hub --f▸', ['--force']],
  ['npx zx scripts/render.mjs --shard ▸', []],
  ['npx zx scripts/graph.mjs hub --json ho▸', ['homelab']],
  ['npx zx scripts/promote.mjs ▸', ['cloud', 'dev', 'stage-1']],
  ['npx zx scripts/promote.mjs dev s▸', ['stage-1']],
  ['npx zx scripts/promote.mjs dev stage-1 ▸', ['cilium', 'loki', 'podinfo']],
  ['npx zx scripts/promote.mjs dev stage-1 loki ▸', ['--check', '--commit', '--help']],
  ['npx zx scripts/charts.mjs ▸', ['add', 'lock', 'outdated']],
  ['npx zx scripts/review.mjs ma▸', ['main']],
  ['npx zx scripts/backup.mjs --▸', []],
  ['npm run re▸', ['render']],
  ['npm run render ▸', ['--']],
  ['npm run render -- --sh▸', ['--shard']],
  ['npm run test:cluster -- hu▸', ['hub']],
] as const

describe.each(shells)('%s', (shell) => {
  const asked = (line: string, cwd = root): Asked => askers[shell](join(root, `completion.${shell}`), line, cwd)

  test.skipIf(!isThere(shell)).each(lines)(`completes %s (needs ${shell})`, (line, candidates) => {
    expect([...asked(line.replace('▸', ''))].sort()).toEqual(candidates)
  })

  test.skipIf(!isThere(shell))(`offers nothing of a fleet where there is none (needs ${shell})`, () => {
    expect(asked('npm run re', nowhere)).toEqual([])
    expect(asked('npx zx scripts/re', nowhere)).toEqual([])
    expect(asked('fleetwright render --cluster ', nowhere)).toEqual([])
  })
})

test('bash gets the part of a word that it replaces: what stands behind = and :', () => {
  const asked = (line: string) => askers.bash(join(root, 'completion.bash'), line, root)
  expect(asked('npx fleetwright render --cluster=ho')).toEqual(['homelab'])
  expect(asked('npm run test:c')).toEqual(['cluster'])
})

test('bash goes on asking whoever completed npm before for what is not ours', () => {
  const script = join(root, 'before.bash')
  const before =
    'others() { COMPREPLY=(install); }\ncomplete -F others npm\nsource ./completion.bash\nsource ./completion.bash\n'
  writeFileSync(script, before)
  expect(askers.bash(script, 'npm inst', root)).toEqual(['install'])
  expect(askers.bash(script, 'npm run rend', root)).toEqual(['render'])
})

test('a shell that nobody knows is wrong usage, and --help says how to install', async () => {
  const { code, out, err } = await run('tcsh')
  expect({ code, out, told: err.split('\n')[0] }).toEqual({
    code: 2,
    out: '',
    told: "'tcsh' is no shell that this is known for: there are bash, zsh, fish",
  })
  for (const shell of shells) expect((await run('--help')).out).toContain(`npx zx scripts/completion.mjs ${shell} > ~/`)
})

describe('of our own commands', () => {
  test('every one that fleetwright starts is completed', () => {
    const { stdout } = execaSync(process.execPath, [join(program, 'scripts/fleetwright.mjs'), 'help'])
    const started = [...stdout.matchAll(/^ {2}(\S+) {2,}/gm)].map(([, name]) => name)
    expect(Object.keys(programUsages).sort()).toEqual(started.sort())
  })

  test('every one that is completed has a script', () => {
    const scripts = readdirSync(join(program, 'scripts'))
    expect(Object.keys(usages).filter((name) => !scripts.includes(`${name}.mjs`))).toEqual([])
  })

  test.each(Object.entries(usages))('%s offers something for options and words that it has alone', (_, usage) => {
    const { options, words = [], offers = {} } = usage
    const known = [
      ...Object.entries(options).flatMap(([name, { value }]) => (value === undefined ? [] : [name, value])),
      ...words.map((word) => word.replaceAll(/[[\]…]/g, '')),
    ]
    expect(Object.keys(offers).filter((name) => !known.includes(name))).toEqual([])
    expect(helpText(usage)).not.toContain('\t')
  })
})
