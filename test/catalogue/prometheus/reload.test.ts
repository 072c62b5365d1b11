import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { prometheus } from '../../../generators/fleetwright.ts'
import { freePort } from '../../support/free-port.ts'
import { labProgram, without } from '../../support/lab-program.ts'
import { made } from '../made.ts'
import { where } from '../where.ts'

const program = labProgram('prometheus')

/** The Prometheus of a hub with these edges. */
const hub = (...edges: readonly string[]) => {
  const rendered = made(prometheus, {}, { ...where('prometheus'), cluster: { id: 'hub', role: 'hub', edges } })
  return { files: rendered.files(), args: rendered.container('StatefulSet').args as readonly string[] }
}

/** A volume as kubelet mounts a ConfigMap: every change is a folder of its own, which one rename puts in place. */
const volume = (folder: string, first: Readonly<Record<string, string>>) => {
  const put = (files: Readonly<Record<string, string>>, version: string): void => {
    mkdirSync(join(folder, version))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, version, name), content)
    symlinkSync(version, join(folder, '..data_tmp'))
    renameSync(join(folder, '..data_tmp'), join(folder, '..data'))
  }
  put(first, '..1')
  for (const name of Object.keys(first)) symlinkSync(join('..data', name), join(folder, name))
  return { change: (files: Readonly<Record<string, string>>) => put(files, '..2') }
}

test.skipIf(program === undefined)(
  program === undefined ? `skipped: ${without('prometheus')}` : 'a real Prometheus misses a new edge without a restart',
  { timeout: 60_000 },
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'prometheus-'))
    const [config, data, port] = [join(home, 'config'), join(home, 'data'), await freePort()]
    mkdirSync(config)
    const mounted = volume(config, hub('north').files)
    const args = hub('north').args.map((arg) =>
      arg
        .replace('/etc/prometheus', config)
        .replace(/=\/prometheus$/, `=${data}`)
        .replace(':9090', `127.0.0.1:${port}`),
    )
    const running = spawn(program!, [...args, '--config.auto-reload-interval=1s'], { stdio: 'ignore' })
    onTestFinished(async () => {
      running.kill('SIGKILL')
      await new Promise((resolve) => running.once('exit', resolve))
      rmSync(home, { recursive: true })
    })
    const edges = async (): Promise<readonly string[]> => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/rules`)
      const { data } = (await answer.json()) as { data: { groups: { rules: { labels: { cluster_id: string } }[] }[] } }
      return data.groups.flatMap(({ rules }) => rules.map(({ labels }) => labels.cluster_id))
    }
    await vi.waitFor(async () => expect(await edges()).toEqual(['north']), { timeout: 30_000, interval: 200 })
    mounted.change(hub('north', 'south').files)
    await vi.waitFor(async () => expect(await edges()).toEqual(['north', 'south']), { timeout: 20_000, interval: 200 })
    expect(running.exitCode).toBeNull()
  },
)
