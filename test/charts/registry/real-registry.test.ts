import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execaSync } from 'execa'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { helmRelease } from '../../../generators/fleetwright.ts'
import { type ChartsRepository, chartsRepository } from '../../command/charts.ts'
import { fleet } from '../../support/fleets.ts'
import { labProgram } from '../../support/lab-program.ts'
import { smallChart } from './chart-archive.ts'
import { push, type RealRegistry, realRegistry, withoutRegistry } from './real-registry.ts'

const helm = labProgram('helm', ['version'])
const withoutHelm = helm === undefined ? 'no helm: set HELM to one, or build it with ../shared/lab/build' : undefined

describe.skipIf(withoutRegistry)(`a real registry (${withoutRegistry ?? 'docker-registry'})`, () => {
  let registry: RealRegistry
  let repository: ChartsRepository
  beforeAll(async () => {
    registry = await realRegistry()
  })
  afterAll(() => registry.close())
  beforeEach(() => {
    repository = chartsRepository()
  })
  afterEach(() => repository.remove())

  const web = (version: string, name: string) =>
    fleet({
      a: { components: [helmRelease({ name, chart: { url: `oci://${registry.host}/charts/${name}`, version } })] },
    })
  const pushed = (name: string, version: string, values?: string) =>
    push(registry.host, `charts/${name}`, version, smallChart(name, version, values))

  test('has newer versions', async () => {
    for (const version of ['1.0.0', '1.0.1', '1.1.0', '2.0.0', '3.0.0-rc.1']) await pushed('web', version)
    expect(await repository.run(web('1.0.0', 'web'), 'outdated')).toMatchObject({
      code: 1,
      out: 'web  1.0.0  patch 1.0.1, minor 1.1.0, major 2.0.0  generators/fleet.ts:1:1  a\n\n1 chart, 1 outdated.\n',
    })
    expect(await repository.run(web('2.0.0', 'web'), 'outdated')).toMatchObject({ code: 0 })
  })

  test('tells when a tag was moved', async () => {
    const before = await pushed('moved', '1.0.0', 'a: 1\n')
    expect(await repository.run(web('1.0.0', 'moved'), 'lock')).toMatchObject({ code: 0 })
    expect(repository.read('generators/charts.lock.yaml')).toContain(`digest: ${before}`)
    expect(await repository.run(web('1.0.0', 'moved'), 'lock', '--check')).toMatchObject({ code: 0 })
    const after = await pushed('moved', '1.0.0', 'a: 2\n')
    const { code, err } = await repository.run(web('1.0.0', 'moved'), 'lock', '--check')
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining(`moved 1.0.0 was ${before} when it was locked, and is ${after} now`),
    })
  })

  test('has no chart of that name', async () => {
    const { code, out } = await repository.run(web('1.0.0', 'absent'), 'outdated')
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringContaining(`unknown: ${registry.host} has no charts/absent`),
    })
  })

  test('gives a chart to be added', async () => {
    await pushed('added', '1.0.0', '# How many\nreplicaCount: 1\n')
    expect(await repository.run(web('1.0.0', 'added'), 'add', `oci://${registry.host}/charts/added`)).toMatchObject({
      code: 0,
    })
    expect(repository.read('generators/charts/added.ts')).toContain(
      '/** How many. Default `1`. */\n  readonly replicaCount?:',
    )
  })

  test.skipIf(withoutHelm)(`takes what helm itself pushes (${withoutHelm ?? 'helm'})`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pushed-'))
    try {
      writeFileSync(join(folder, 'helmed-1.0.0+build.7.tgz'), smallChart('helmed', '1.0.0+build.7', 'port: 80\n'))
      const { all } = execaSync(
        helm!,
        ['push', join(folder, 'helmed-1.0.0+build.7.tgz'), `oci://${registry.host}/charts`, '--plain-http'],
        { all: true, env: { HOME: folder } },
      )
      const [, digest] = /Digest: (sha256:[0-9a-f]{64})/.exec(all) ?? []
      expect(await repository.run(web('1.0.0+build.7', 'helmed'), 'lock')).toMatchObject({ code: 0 })
      expect(repository.read('generators/charts.lock.yaml')).toContain(`digest: ${digest}`)
      expect(await repository.run(web('1.0.0+build.7', 'helmed'), 'outdated')).toMatchObject({ code: 0 })
      const url = `oci://${registry.host}/charts/helmed`
      expect(await repository.run(web('1.0.0', 'helmed'), 'add', url)).toMatchObject({ code: 0 })
      expect(repository.read('generators/charts/helmed.ts')).toContain("version: '1.0.0+build.7'")
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
