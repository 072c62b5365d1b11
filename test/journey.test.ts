import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execaSync } from 'execa'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newFiles } from '../generators/new/files.ts'
import { answersOf, type Texts } from '../generators/new/questions.ts'
import { put } from './output/sandbox.ts'

// What a newcomer does, from the package's file to a repository of their own. There is no network: nobody answers where npm
// would ask, and its cache is empty.

const root = fileURLToPath(new URL('..', import.meta.url))
const home = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-journey-')))
const environment = {
  npm_config_cache: join(home, 'cache'),
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_audit: 'false',
  npm_config_loglevel: 'error',
  npm_config_update_notifier: 'false',
}
const slow = 10 * 60_000

const at = (folder: string) => {
  const cwd = join(home, folder)
  return (program: string, ...args: readonly string[]) => {
    const { exitCode, stdout, stderr } = execaSync(program, args, {
      cwd,
      env: environment,
      reject: false,
      stdin: 'ignore',
    })
    return { exitCode, stdout, stderr }
  }
}

beforeAll(() => {
  const { stdout } = execaSync('npm', ['pack', '--loglevel=error', '--pack-destination', home], { cwd: root })
  const tarball = join(home, stdout.trim().split('\n').at(-1) ?? '')
  put(home, 'tool/package.json', '{}')
  const installed = at('tool')('npm', 'install', '--offline', '--loglevel=error', tarball)
  expect(installed).toMatchObject({ exitCode: 0, stderr: '' })
}, slow)
afterAll(() => rmSync(home, { recursive: true, maxRetries: 5 }), slow)

describe('the package, installed from its file alone', () => {
  const installed = at('tool')

  test('starts its commands by name', () => {
    expect(installed('npx', 'fleetwright', '--help').stdout).toContain('fleetwright COMMAND')
    expect(installed('npx', 'fleetwright', 'rules').exitCode).toBe(0)
    expect(installed('npx', 'fleetwright', 'rendr')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("there is no command 'rendr'"),
    })
  })

  test(
    'makes a repository, whose tree is rendered and committed',
    () => {
      const made = installed('npx', 'create-fleetwright', '../platform', '--environments', 'dev,prod', '--yes')
      expect(made).toMatchObject({
        exitCode: 0,
        stdout: expect.stringMatching(/^platform is ready: \d+ files, committed/),
      })
      const platform = at('platform')
      expect(platform('git', 'log', '--format=%s').stdout).toBe('Describe the fleet, and render it')
      expect(platform('git', 'status', '--porcelain').stdout).toBe('')
      expect(platform('git', 'ls-files', 'clusters/*/README.md').stdout).toBe(
        'clusters/dev-1/README.md\nclusters/prod-1/README.md',
      )
    },
    slow,
  )

  test('refuses to make it once more, and leaves the first as it is', () => {
    const { exitCode, stderr } = installed('npx', 'create-fleetwright', '../platform', '--yes')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('../platform is not empty')
    expect(at('platform')('git', 'status', '--porcelain').stdout).toBe('')
  })
})

describe('in the new repository', () => {
  const platform = at('platform')
  const fleet = join(home, 'platform/generators/fleet.ts')
  const changed = (from: string, to: string): void =>
    writeFileSync(
      fleet,
      readFileSync(fleet, 'utf8').replace(from, () => to),
    )
  afterEach(() => {
    platform('git', 'checkout', '--quiet', '.')
  })

  test('the tree is what the fleet says, by script and by name, and its test says so too', () => {
    const upToDate = { exitCode: 0, stdout: expect.stringMatching(/^Up to date: \d+ files are as the fleet says\.$/) }
    expect(platform('npx', 'zx', 'scripts/render.mjs', '--check')).toMatchObject(upToDate)
    expect(platform('npx', 'fleetwright', 'render', '--check')).toMatchObject(upToDate)
    expect(platform('npm', 'test')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('# pass 2') })
  })

  test('kustomize and the schemas have nothing to say against it', () => {
    expect(platform('npm', 'run', 'verify')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('objects as their schemas want them.'),
    })
  })

  test('the types of the package are there for the compiler, which refuses what makes no sense', () => {
    const tsc = join(root, 'node_modules/.bin/tsc')
    expect(platform(tsc)).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    changed("retention: '15d'", 'retention: 15')
    expect(platform(tsc).stdout).toMatch(
      /^generators\/fleet\.ts\(\d+,\d+\): error TS2322: Type 'number' is not assignable/,
    )
  })

  test('a word that changes in the fleet is a line that changes in the tree, and a review says what it means', () => {
    changed("retention: '15d'", "retention: '30d'")
    expect(platform('npm', 'test')).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining("'apps/prod/monitoring/kube-prometheus-stack/values-prod.yaml'"),
    })
    expect(platform('npx', 'zx', 'scripts/render.mjs').stdout).toMatch(
      /^1 file written \(1 changed\), \d+ unchanged\.$/,
    )
    const reviewed = platform('npx', 'zx', 'scripts/review.mjs', 'main', '--html', '../review.html')
    expect(reviewed.stdout).toContain('prometheus retention 15d → 30d')
    expect(readFileSync(join(home, 'review.html'), 'utf8')).toMatch(/^<!doctype html>/)
    const diff = platform('git', 'diff', '--unified=0', '--', 'apps').stdout
    expect(diff.split('\n').filter((line) => /^[+-] /.test(line))).toEqual([
      '-    retention: 15d',
      '+    retention: 30d',
    ])
  })

  test('a mistake is told with its line and column, a name that the package does not have with the nearest', () => {
    changed("retention: '15d'", "retention: '15 days'")
    expect(platform('npx', 'zx', 'scripts/render.mjs')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(
        /^generators\/fleet\.ts:\d+:29 {2}environments\.prod\.kube-prometheus-stack\.retention\n {2}'15 days' is not a duration/,
      ),
    })
    platform('git', 'checkout', '--quiet', '.')
    changed('lokiSingle,', 'lokiSingl,')
    changed('lokiSingle(),', 'lokiSingl(),')
    expect(platform('npx', 'fleetwright', 'render').stderr).toMatch(
      /^generators\/fleet\.ts:\d+:3 {2}the fleet\n {2}fleetwright exports no lokiSingl\n {2}fix: import lokiSingle/,
    )
  })

  test('a version is promoted as in ours', () => {
    changed("retention: '5d'", "version: '88.6.0', retention: '5d'")
    platform('npx', 'zx', 'scripts/render.mjs')
    expect(platform('npx', 'zx', 'scripts/promote.mjs', 'dev', 'prod', 'kube-prometheus-stack').stdout).toContain(
      'prod goes from kube-prometheus-stack 88.5.3 to 88.6.0, as dev has it.',
    )
  })
})

const others: readonly (readonly [folder: string, texts: Texts])[] = [
  ['talos', { distribution: 'talos', environments: 'dev,stage,prod', observe: 'metrics,logs,traces,alerts' }],
  ['argo', { engine: 'argo-cd', distribution: 'kubeadm', environments: 'prod', observe: 'metrics,alerts' }],
  ['plain', { distribution: 'kind', environments: 'try', observe: 'logs,traces' }],
]

test.each(others)('a repository for %s is rendered, proven and tested in the same way', (folder, texts) => {
  const answers = answersOf(texts, { name: folder })
  if ('wrong' in answers) throw new Error(answers.wrong)
  const ground = { name: folder, spec: '0.1.0', isExample: true, typescript: '7.0.2' }
  for (const { path, content } of newFiles(answers.value, ground)) put(join(home, folder), path, content)
  symlinkSync('../platform/node_modules', join(home, folder, 'node_modules'))
  const made = at(folder)
  made('git', 'init', '--quiet')
  expect(made('npx', 'zx', 'scripts/render.mjs')).toMatchObject({ exitCode: 0, stderr: '' })
  expect(made('npm', 'run', 'verify')).toMatchObject({ exitCode: 0 })
  expect(made('npm', 'test')).toMatchObject({ exitCode: 0 })
})
