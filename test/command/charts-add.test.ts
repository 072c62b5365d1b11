import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execaSync } from 'execa'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { helmRelease } from '../../generators/fleetwright.ts'
import { chartArchive, smallChart } from '../charts/registry/chart-archive.ts'
import { type FakeRegistry, type FakeSettings, fakeRegistry } from '../charts/registry/fake-registry.ts'
import { digestOf, storedChart } from '../charts/registry/oci-chart.ts'
import { put } from '../output/sandbox.ts'
import { fleet } from '../support/fleets.ts'
import { problemsOf } from '../support/problems.ts'
import { type ChartsRepository, chartsRepository } from './charts.ts'

const empty = fleet({ a: { components: [] } })
const module = 'generators/charts/web.ts'
const url = 'oci://registry.example/charts/web'

let registry: FakeRegistry | undefined
let repository: ChartsRepository
const add = (...args: readonly string[]) => repository.run(empty, 'add', ...args)
const start = async (settings: FakeSettings) => {
  registry = await fakeRegistry(settings)
  return registry.host
}
beforeEach(() => {
  repository = chartsRepository()
})
afterEach(async () => {
  repository.remove()
  await registry?.close()
  registry = undefined
})

const archive = smallChart('web', '1.2.3', '# How many\nreplicaCount: 1\n')
const tags = { '1.2.3': storedChart(archive), '2.0.0-rc.1': storedChart(archive) }
const told = `written  ${module}
written  generators/charts/web.keys.json

In generators/fleet.ts:

  import { webChart } from './charts/web.ts'

  const web = helmRelease({ name: 'web', chart: webChart, values: {} })
`

/** Puts a file beside the repository, and answers with its path. */
const onDisk = (name: string, content: string | Buffer): string => {
  const path = join(repository.folder, 'disk', name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

describe('a chart is added', () => {
  test('from an OCI registry, in its newest stable version', async () => {
    const host = await start({ charts: { 'charts/web': tags } })
    expect(await add(`oci://${host}/charts/web`)).toEqual({ code: 0, out: told, err: '' })
    expect(repository.read(module)).toContain(`  url: 'oci://${host}/charts/web',\n  version: '1.2.3',\n`)
  })

  test.each([
    [['--version', '2.0.0-rc.1'], ''],
    [[], ':2.0.0-rc.1'],
  ])('from there, in another one: %o%s', async (args, tag) => {
    const host = await start({ charts: { 'charts/web': tags } })
    expect(await add(`oci://${host}/charts/web${tag}`, ...args)).toMatchObject({ code: 0 })
    expect(repository.read(module)).toContain("version: '2.0.0-rc.1'")
  })

  test('from an HTTP repository', async () => {
    const index = `entries:\n  web:\n  - version: 1.2.3\n    digest: ${digestOf(archive)}\n    urls: [web.tgz]\n`
    const host = await start({ files: { '/index.yaml': index, '/web.tgz': archive } })
    expect(await add('web', '--url', `http://${host}`)).toMatchObject({ code: 0 })
    expect(repository.read(module)).toContain(`  name: 'web',\n  url: 'http://${host}',\n  version: '1.2.3',\n`)
  })

  test('from an archive on the disk', async () => {
    expect(await add(onDisk('web.tgz', archive), '--url', url)).toEqual({ code: 0, out: told, err: '' })
  })

  test('from a folder', async () => {
    const folder = join(onDisk('web/Chart.yaml', 'name: web\nversion: 1.2.3\n'), '..')
    onDisk('web/values.yaml', 'replicaCount: 1\n')
    expect(await add(folder, '--url', url)).toMatchObject({ code: 0, out: told })
  })

  test('from no more than its values', async () => {
    const values = onDisk('values.yaml', 'replicaCount: 1\n')
    expect(await add(values, '--url', url, '--name', 'web', '--version', '1.2.3')).toMatchObject({ code: 0, out: told })
  })
})

test('what was added types the values of a release', async () => {
  await add(onDisk('web.tgz', archive), '--url', url)
  put(
    repository.folder,
    'generators/fleet.ts',
    `import { helmRelease } from 'fleetwright'
import { webChart } from './charts/web.ts'

export const web = helmRelease({ name: 'web', chart: webChart, values: { replicaCount: 2 } })
web({ values: { replicaCount: null }, version: '1.2.4' })
// @ts-expect-error
web({ values: { replicaCont: 2 } })
// @ts-expect-error
helmRelease({ name: 'web', chart: webChart, values: { replicaCount: {} } })
helmRelease({ name: 'any', chart: { url: 'oci://registry.example/any', version: '1.0.0' }, values: { any: { key: 1 } } })
`,
  )
  const program = process.cwd()
  const options = {
    ...JSON.parse(execaSync('tsc', ['--showConfig'], { preferLocal: true }).stdout).compilerOptions,
    typeRoots: [join(program, 'node_modules/@types')],
    paths: { fleetwright: [join(program, 'generators/fleetwright.ts')] },
  }
  put(repository.folder, 'package.json', '{ "type": "module" }')
  put(repository.folder, 'tsconfig.json', JSON.stringify({ compilerOptions: options, include: ['generators'] }))
  const checked = execaSync('tsc', ['--project', repository.folder], {
    preferLocal: true,
    localDir: program,
    reject: false,
  })
  expect(checked.stdout).toBe('')
})

test('a value that an added chart does not know is a problem where it is written', async () => {
  await add(onDisk('web.tgz', archive), '--url', url)
  const keys = JSON.parse(repository.read('generators/charts/web.keys.json'))
  const web = helmRelease({ name: 'web', chart: { url, version: '1.2.3', keys }, values: { replicaCont: 2 } })
  expect(problemsOf(fleet({ a: { components: [web] } }))).toEqual([
    [
      'clusters.a.namespaces.monitoring.web.values.replicaCont',
      'the chart web knows no value replicaCont, and would ignore it',
      'write replicaCount',
    ],
  ])
})

describe('what is no chart is told, and nothing is written:', () => {
  test.each([
    ['a text', 'web.tgz', 'hello', 'is no archive that gzip made'],
    ['an archive of something else', 'web.tgz', chartArchive({ 'web/package.json': '{}' }), 'it has no Chart.yaml'],
    ['a way out', 'web.tgz', chartArchive({ 'web/../../evil': '' }), 'holds a path that leads out of the chart'],
    ['a Chart.yaml alone', 'Chart.yaml', 'name: web', 'holds no values: name the folder that it stands in'],
  ])('%s', async (_, name, content, reason) => {
    const path = onDisk(name, content)
    const { code, err } = await add(path, '--url', url)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(reason) })
    expect(existsSync(join(repository.folder, 'generators/charts'))).toBe(false)
  })

  test('a folder that holds none, and a path where nothing is', async () => {
    expect((await add(repository.folder, '--url', url)).err).toContain('is no chart of Helm: it has no Chart.yaml')
    expect((await add('./nowhere', '--url', url)).err).toContain('./nowhere is not there')
  })

  test('a chart that its registry does not have', async () => {
    const host = await start({})
    expect(await add(`oci://${host}/charts/web`)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`${host} has no charts/web`),
    })
  })
})

describe('a file that stands there already is', () => {
  const again = () => add(join(repository.folder, 'disk/web.tgz'), '--url', url, '--version', '1.2.4')
  beforeEach(async () => {
    await add(onDisk('web.tgz', archive), '--url', url)
  })
  const change = (from: string, to: string) => put(repository.folder, module, repository.read(module).replace(from, to))

  test('made anew when add made it', async () => {
    expect(await again()).toMatchObject({ code: 0 })
    expect(repository.read(module)).toContain("version: '1.2.4'")
  })

  test('left alone when somebody changed it since, unless forced', async () => {
    change('How many', 'How many of them')
    expect((await again()).err).toContain(`${module} was changed by hand since add made it`)
    expect(await add(join(repository.folder, 'disk/web.tgz'), '--url', url, '--force')).toMatchObject({ code: 0 })
  })

  test('left alone when it is of somebody else, even when forced', async () => {
    change('// Made by', '// By')
    const { code, err } = await add(join(repository.folder, 'disk/web.tgz'), '--url', url, '--force')
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`${module} was not made by add`) })
  })
})

test.each([
  [
    ['./web', '--url', url, '--name', 'My Web'],
    "'My Web' is no name for files: write small letters, digits and dashes",
  ],
  [['oci://r.example/web', '--version', '^1'], "'^1' is no exact version: write one, such as 1.2.3"],
  [['minio'], 'where is minio? Say --url URL for a repository, or ./minio for a folder'],
  [['web', '--check'], '--check is not for add'],
])('add %o is wrong usage', async (args, told) => {
  const { code, err } = await add(...args)
  expect({ code, told: err.split('\n\n')[0] }).toEqual({ code: 2, told })
})
