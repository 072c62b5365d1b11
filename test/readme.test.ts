import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execaSync } from 'execa'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import fleet from '../generators/fleet.ts'
import { blocksOf, changed, rowsOf } from './support/markdown.ts'
import { type ScratchCopy, scratchCopy } from './support/scratch-copy.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')

const blocks = (heading: string, language: string): readonly string[] =>
  blocksOf(readme).flatMap((one) => (one.heading === heading && one.language === language ? [one.text] : []))

describe('the options that the README lists are those of --help, word by word:', () => {
  const commands = [
    ['npx zx scripts/render.mjs', 'render'],
    ['npx zx scripts/promote.mjs FROM TO COMPONENT', 'promote'],
    ['npx zx scripts/rules.mjs [RULE…]', 'rules'],
    ['npx zx scripts/graph.mjs [CLUSTER…]', 'graph'],
    ['npm run verify --', 'verify'],
    ['npm run test:cluster -- [CLUSTER]', 'test-cluster'],
    ['npm run test:telemetry -- [EDGE]', 'test-telemetry'],
    ['npm run bench --', 'bench'],
  ] as const

  test.each(commands)('%s', (command, script) => {
    const { stdout } = execaSync('zx', [`scripts/${script}.mjs`, '--help'], { cwd: root, preferLocal: true })
    const options = [...stdout.matchAll(/^ {2}(--\S+(?: [A-Z/]+)?) {2,}(.+)$/gm)].map(([, option, does]) => [
      option,
      does,
    ])
    let current = ''
    const listed = rowsOf(readme, '| command | option | what it does |').flatMap(
      ([name = '', option = '', does = '']) => {
        current = name || current
        return current === command ? [[option, does]] : []
      },
    )
    expect(options.length).toBeGreaterThan(1)
    expect(listed).toEqual(options)
  })
})

const isOnPath = (...programs: readonly string[]): boolean =>
  programs.every((program) => !execaSync(program, ['--help'], { reject: false }).failed)

// Whoever made the fleet their own need not keep the README's example true.
describe.runIf(fleet.repository.url === 'https://github.com/example/platform')('with the example fleet,', () => {
  let copy: ScratchCopy
  beforeAll(() => {
    copy = scratchCopy()
  })
  afterEach(() => copy.reset())
  afterAll(() => copy.remove())

  const path = (file: string): string => join(copy.folder, file)
  const render = () => copy.run('zx', 'scripts/render.mjs')

  /** Does to `generators/` what the blocks of a section show: files that open with their path, and changes of the fleet. */
  const follow = (heading: string): void => {
    for (const text of blocks(heading, 'ts')) {
      const [, file = ''] = /^\/\/ (\S+)\n/.exec(text) ?? []
      mkdirSync(dirname(path(file)), { recursive: true })
      writeFileSync(path(file), text)
    }
    for (const diff of blocks(heading, 'diff').filter((one) => !one.startsWith('--- '))) {
      writeFileSync(path('generators/fleet.ts'), changed(readFileSync(path('generators/fleet.ts'), 'utf8'), diff))
    }
  }

  test('every path in the picture of the tree is there', () => {
    const [picture = ''] = blocks('The tree', 'text')
    let above: readonly string[] = []
    for (const [, indent = '', name = ''] of picture.matchAll(/^( *)(\S+)/gm)) {
      above = [...above.slice(0, indent.length / 2), name]
      expect([above.join(''), existsSync(path(above.join('')))]).toEqual([above.join(''), true])
    }
    expect(picture.split('\n').length).toBeGreaterThan(15)
  })

  test('the change that it shows makes the diff that it shows, and no other', () => {
    follow('Change one thing')
    expect(render().stdout).toMatch(/^1 file written \(1 changed\), \d+ unchanged\.$/)
    const { stdout } = copy.run('git', 'diff', '--unified=1', '--', 'apps', 'clusters', 'infrastructure')
    const shown = stdout.split('\n').filter((line) => !/^(diff|index) /.test(line))
    expect(`${shown.join('\n')}\n`).toBe(blocks('Change one thing', 'diff')[1])
  })

  test('the mistake that it shows is told as it shows, and nothing is written', () => {
    follow('When something is wrong')
    expect(render()).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: blocks('When something is wrong', 'text')[0]?.trimEnd(),
    })
    expect(copy.run('git', 'status', '--short').stdout).toBe(' M generators/fleet.ts')
    const { stdout } = copy.run('zx', 'scripts/render.mjs', '--json')
    const [, keys = ''] = /`\{ "problems": \[\{ (.*?) \}\] \}`/.exec(readme) ?? []
    expect(Object.keys(JSON.parse(stdout).problems[0]).map((key) => `"${key}"`)).toEqual(keys.split(', '))
  })

  test('an edge more costs five lines, and brings and changes the files that it shows and no others', () => {
    follow('Add an edge')
    expect(copy.run('biome', 'check', 'generators/fleet.ts')).toMatchObject({ exitCode: 0 })
    expect(copy.run('git', 'diff', '--shortstat').stdout).toBe(' 1 file changed, 5 insertions(+)')
    expect(render()).toMatchObject({ exitCode: 0, stderr: '' })
    copy.run('git', 'add', '--all')
    const rendered = ['apps', 'clusters', 'infrastructure']
    const staged = (filter: 'A' | 'M') =>
      copy
        .run('git', 'diff', '--cached', '--name-only', `--diff-filter=${filter}`, '--no-renames', '--', ...rendered)
        .stdout.split('\n')
    const [brought = [], changed] = blocks('Add an edge', 'text').map((text) => text.match(/^\S+/gm) ?? [])
    const added = staged('A')
    expect(brought.filter((path) => !added.some((file) => file.startsWith(path)))).toEqual([])
    expect(added.filter((file) => !brought.some((path) => file.startsWith(path)))).toEqual([])
    expect(staged('M')).toEqual(changed)
  })

  test('a promotion prints what it shows', () => {
    follow('Promote a version')
    expect(render()).toMatchObject({ exitCode: 0 })
    copy.run(
      'git',
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.com',
      'commit',
      '--all',
      '--message',
      'Try it',
    )
    const [program = '', ...args] = (blocks('Promote a version', 'sh')[0] ?? '').trim().split(' ').slice(1)
    expect(copy.run(program, ...args)).toEqual({
      exitCode: 0,
      stdout: blocks('Promote a version', 'text')[0]?.trimEnd(),
      stderr: '',
    })
    copy.run('git', 'reset', '--quiet', '--hard', 'HEAD~1')
  })

  test('it names every cluster of the fleet, and each page that it leads to is there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to)
    expect(links.filter((to) => !existsSync(path(to)))).toEqual([])
    for (const cluster of Object.keys(fleet.clusters)) {
      expect(readme).toContain(`(clusters/${cluster}/README.md)`)
      expect(readme).toContain(`(clusters/${cluster}/README.md#bootstrap)`)
    }
  })

  test('all that it adds compiles, renders and verifies together', { timeout: 180_000 }, () => {
    const added = [
      'Add a cluster',
      'Add an environment',
      'Add an application of your own',
      'Exchange Promtail for Alloy',
    ]
    for (const heading of added) follow(heading)
    expect(copy.run('tsc', '--noEmit').stdout).not.toMatch(/generators\/(fleet\.ts|applications)/)
    expect(copy.run('biome', 'check', 'generators/fleet.ts', 'generators/applications')).toMatchObject({ exitCode: 0 })
    expect(render()).toMatchObject({ exitCode: 0, stderr: '' })
    const mentioned = [
      'clusters/attic/README.md',
      'clusters/homelab/web/',
      'apps/base/web/podinfo/',
      'apps/base/web/quota/',
      'apps/dev/web/podinfo/values-dev.yaml',
      'apps/base/monitoring/alloy/',
    ]
    expect(mentioned.filter((one) => !existsSync(path(one)))).toEqual([])
    expect(existsSync(path('apps/base/monitoring/promtail'))).toBe(false)
    expect(readFileSync(path('apps/dev/web/podinfo/values-dev.yaml'), 'utf8')).toMatch(/^(#.*\n)+replicaCount: 1\n$/)
    expect(copy.run('zx', 'scripts/verify.mjs', '--cluster', 'homelab')).toMatchObject({ exitCode: 0, stderr: '' })
  })

  test('a Secret that is said to be encrypted, and is not there, is a problem that names its file', () => {
    follow('Where Secrets come from')
    const { exitCode, stderr } = render()
    expect(exitCode).toBe(1)
    expect(stderr).toContain('there is no file apps/clusters/homelab/monitoring/secrets/grafana-admin.sops.yaml\n')
  })

  test.runIf(isOnPath('sops', 'age-keygen', 'kubectl'))(
    'its commands encrypt that Secret as a render wants it (with sops, age-keygen and kubectl on the path)',
    () => {
      follow('Where Secrets come from')
      const [once = '', each = ''] = blocks('Where Secrets come from', 'sh')
      const key = once.split('\n')[0] ?? ''
      const shell = copy.run('sh', '-ec', `export HOME="$PWD/.home"\n${key}\n${each}`)
      expect(shell).toMatchObject({ exitCode: 0 })
      expect(render()).toMatchObject({ exitCode: 0, stderr: '' })
      expect(readFileSync(path('clusters/homelab/monitoring/secrets.yaml'), 'utf8')).toContain('provider: sops')
    },
  )
})
