import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { helmRelease } from '../../generators/fleetwright.ts'
import { smallChart } from '../charts/registry/chart-archive.ts'
import { type FakeRegistry, type FakeSettings, fakeRegistry } from '../charts/registry/fake-registry.ts'
import { storedChart } from '../charts/registry/oci-chart.ts'
import { put } from '../output/sandbox.ts'
import { fleet } from '../support/fleets.ts'
import { type ChartsRepository, chartsRepository } from './charts.ts'

const lockFile = 'generators/charts.lock.yaml'
const [one, other] = [storedChart(smallChart('web', '1.0.0')), storedChart(smallChart('web', '1.1.0'))]
const tags: Record<string, typeof one> = { '1.0.0': one, '1.1.0': other }

let registry: FakeRegistry
let repository: ChartsRepository
const start = async (settings: FakeSettings = { charts: { 'charts/web': tags } }) => {
  registry = await fakeRegistry(settings)
}
beforeEach(() => {
  repository = chartsRepository()
})
afterEach(async () => {
  repository.remove()
  await registry?.close()
})

const web = (version: string, url = `oci://${registry.host}/charts/web`) => {
  const release = helmRelease({ name: 'web', chart: { url, version } })
  return fleet({ a: { components: [release()] } })
}

describe('outdated', () => {
  test('tells what is newer, and exits with 1', async () => {
    await start()
    expect(await repository.run(web('1.0.0'), 'outdated')).toEqual({
      code: 1,
      out: 'web  1.0.0  minor 1.1.0  generators/fleet.ts:1:1  a\n\n1 chart, 1 outdated.\n',
      err: '',
    })
  })

  test('exits with 0 when nothing is', async () => {
    await start()
    expect(await repository.run(web('1.1.0'), 'outdated')).toMatchObject({ code: 0, out: '1 chart, none outdated.\n' })
  })

  test('says as JSON why it does not know', async () => {
    await start({ instead: () => 'silence' })
    const { code, out } = await repository.run(web('1.0.0'), 'outdated', '--json', '--timeout', '200ms')
    expect({ code, ...JSON.parse(out).charts[0] }).toMatchObject({
      code: 1,
      name: 'web',
      unknown: `${registry.host} did not answer within 0.2 s`,
    })
  })
})

describe('lock', () => {
  test('writes digests, and then has nothing more to do', async () => {
    await start()
    const { code, out } = await repository.run(web('1.0.0'), 'lock')
    expect({ code, out }).toEqual({
      code: 0,
      out: `added    web 1.0.0  ${one.digest}\n1 chart locked in ${lockFile}.\nNow render: npx zx scripts/render.mjs\n`,
    })
    expect(repository.read(lockFile)).toContain(`    version: 1.0.0\n    digest: ${one.digest}\n`)
    const asked = registry.asked.length
    expect(await repository.run(web('1.0.0'), 'lock')).toMatchObject({
      code: 0,
      out: `1 chart locked in ${lockFile}.\n`,
    })
    expect(registry.asked.length).toBe(asked)
  })

  test('--check tells a tag that was moved, lock keeps what is locked, and --update takes it', async () => {
    await start({ charts: { 'charts/web': { ...tags } } })
    await repository.run(web('1.0.0'), 'lock')
    const before = repository.read(lockFile)
    expect(await repository.run(web('1.0.0'), 'lock', '--check')).toMatchObject({
      code: 0,
      out: '1 chart, each as it was locked.\n',
    })
    await registry.close()
    const port = Number(registry.host.split(':')[1])
    registry = await fakeRegistry({ charts: { 'charts/web': { '1.0.0': other } }, port })
    const { code, err } = await repository.run(web('1.0.0'), 'lock', '--check')
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`and is ${other.digest} now`) })
    await repository.run(web('1.0.0'), 'lock')
    expect(repository.read(lockFile)).toBe(before)
    expect(await repository.run(web('1.0.0'), 'lock', '--update')).toMatchObject({ code: 0 })
    expect(repository.read(lockFile)).toContain(other.digest)
  })

  test('writes nothing when a registry does not answer', async () => {
    await start({})
    const { code, err } = await repository.run(web('1.0.0'), 'lock')
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`${registry.host} has no charts/web:1.0.0`) })
    expect(existsSync(join(repository.folder, lockFile))).toBe(false)
  })

  test('goes on from a lock that two people wrote into only when it may make it anew', async () => {
    await start()
    put(repository.folder, lockFile, '<<<<<<< HEAD\n')
    expect((await repository.run(web('1.0.0'), 'lock')).err).toContain(`${lockFile} is not as it was locked`)
    expect(await repository.run(web('1.0.0'), 'lock', '--update')).toMatchObject({ code: 0 })
  })
})

test.each([
  [['upgrade'], "'upgrade' is no action: say outdated, lock or add"],
  [['outdated', 'web'], "what is 'web' for? outdated looks at all charts of the fleet"],
  [['outdated', '--check'], '--check is not for outdated'],
  [['lock', '--json'], '--json is not for lock'],
  [['lock', '--check', '--update'], '--check writes nothing, so it cannot go with --update'],
  [['lock', '--check'], `there is no ${lockFile} to check: make one with lock`],
  [['outdated', '--timeout', 'soon'], '--timeout takes a Go duration, such as 30s or 1m'],
])('%o is wrong usage', async (args, told) => {
  await start({})
  const { code, err } = await repository.run(web('1.0.0'), ...args)
  expect({ code, told: err.split('\n\n')[0] }).toEqual({ code: 2, told })
})
