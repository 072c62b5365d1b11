import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { manifestType, storedChart } from './oci-chart.ts'

/** A registry that others made, on loopback, with a folder of its own. */
export interface RealRegistry {
  readonly host: string
  readonly close: () => Promise<void>
}

const program = 'docker-registry'

/** Why a test that needs it is skipped; undefined where it is there. */
export const withoutRegistry: string | undefined =
  spawnSync(program, ['--version']).status === 0 ? undefined : `no ${program} on the PATH: apt-get install ${program}`

export const realRegistry = async (): Promise<RealRegistry> => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'))
  const host = `127.0.0.1:${await freePort()}`
  writeFileSync(
    join(folder, 'config.yml'),
    JSON.stringify({
      version: 0.1,
      log: { level: 'error' },
      storage: { filesystem: { rootdirectory: join(folder, 'storage') } },
      http: { addr: host },
    }),
  )
  const running = spawn(program, ['serve', join(folder, 'config.yml')], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()))
  await answering(`http://${host}/v2/`)
  return {
    host,
    close: async () => {
      running.kill()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

/** Pushes a chart by the distribution API, as Helm does. Answers with its digest. */
export const push = async (host: string, repository: string, tag: string, archive: Buffer): Promise<string> => {
  const { manifest, digest, blobs } = storedChart(archive)
  const api = `http://${host}/v2/${repository}`
  for (const [name, body] of blobs) {
    const begun = await fetch(`${api}/blobs/uploads/`, { method: 'POST' })
    const at = new URL(begun.headers.get('location') ?? '', api)
    at.searchParams.set('digest', name)
    await put(at.href, 'application/octet-stream', body)
  }
  await put(`${api}/manifests/${tag}`, manifestType, manifest)
  return digest
}

const put = async (url: string, type: string, body: Buffer): Promise<void> => {
  const { status } = await fetch(url, { method: 'PUT', headers: { 'content-type': type }, body: new Uint8Array(body) })
  if (status !== 201) throw new Error(`${url} answered ${status}`)
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const answering = async (url: string): Promise<void> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} does not answer`)
}
