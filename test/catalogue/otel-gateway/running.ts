import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { request } from 'node:https'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { otelcol } from '../../support/otelcol.ts'

/** A store or a destination that takes everything and remembers it as text, when it is not away. */
export const sink = async () => {
  const taken: string[] = []
  let isAway = false
  let refused = 0
  const server = createServer((incoming, answer) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      if (isAway) {
        refused += 1
        return answer.writeHead(503).end()
      }
      const body = Buffer.concat(chunks)
      const text = incoming.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
      taken.push(`${incoming.url} ${incoming.headers.authorization ?? ''} ${text.toString('latin1')}`)
      return answer.writeHead(200).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    has: (what: string) => taken.some((one) => one.includes(what)),
    /** How often something was taken. */
    count: (what: string) => taken.join('').split(what).length - 1,
    /** How often it was tried while it was away. */
    refused: () => refused,
    away: (is: boolean) => {
      isAway = is
    },
    close: () => server.close(),
  }
}

const freePort = async (): Promise<number> => {
  const socket = createSocket().listen(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address() as AddressInfo
  socket.close()
  await once(socket, 'close')
  return port
}

/** An authority, with a certificate for a server on loopback and one for a client. */
const certificatesIn = (folder: string): void => {
  mkdirSync(folder)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
  openssl('req', '-x509', ...key, '-subj', '/CN=federation', '-keyout', 'ca.key', '-out', 'ca.crt')
  for (const [name, more] of [
    ['tls', 'subjectAltName=IP:127.0.0.1'],
    ['client', 'extendedKeyUsage=clientAuth'],
  ]) {
    const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-addext', more!]
    openssl('req', '-x509', ...key, ...signed, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.crt`)
  }
}

/** Runs a gateway's configuration on loopback: with its ports, folders and certificates changed, and nothing else. */
export const run = async (text: string, env: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(join(tmpdir(), 'otel-gateway-'))
  const pki = join(folder, 'pki')
  certificatesIn(pki)
  const ports = new Map<string, number>()
  for (const port of ['4317', '4318', '14317', '14318', '13133', '8888']) ports.set(port, await freePort())
  const here = text
    .replaceAll(/0\.0\.0\.0:(\d+)/g, (_, port: string) => `127.0.0.1:${ports.get(port)}`)
    .replace(/host: 0\.0\.0\.0\n(\s+)port: 8888/, `host: 127.0.0.1\n$1port: ${ports.get('8888')}`)
    .replaceAll('/var/lib/otelcol', join(folder, 'state'))
    .replaceAll('/etc/otel-gateway', pki)
  writeFileSync(join(folder, 'config.yaml'), here)
  const healthy = () =>
    fetch(`http://127.0.0.1:${ports.get('13133')}`).then(
      ({ ok }) => ok,
      () => false,
    )
  const start = async () => {
    const child = spawn(otelcol!, ['--config', join(folder, 'config.yaml')], { env: { ...process.env, ...env } })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk
    })
    while (!(await healthy())) {
      if (child.exitCode !== null) throw new Error(said)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return child
  }
  let child = await start()
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  return {
    /** From the hub's own Pods. */
    sendInside: (body: object) =>
      fetch(`http://127.0.0.1:${ports.get('4318')}/v1/logs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).then(({ status }) => status),
    /** From an edge: the answer's status, or what went wrong. */
    sendOutside: (body: object, certificate: 'client' | 'none') =>
      new Promise<number | string>((resolve) => {
        const read = (file: string) => readFileSync(join(pki, file))
        const own = certificate === 'client' ? { cert: read('client.crt'), key: read('client.key') } : {}
        const url = `https://127.0.0.1:${ports.get('14318')}/v1/logs`
        request(url, { method: 'POST', ca: read('ca.crt'), ...own, headers: { 'content-type': 'application/json' } })
          .on('response', (answer) => resolve(answer.resume().statusCode ?? 0))
          .on('error', ({ message }) => resolve(message))
          .end(JSON.stringify(body))
      }),
    /** Ends it without a warning, and starts it again on the same volume. */
    killAndStart: async () => {
      await end('SIGKILL')
      child = await start()
    },
    stop: async () => {
      await end('SIGTERM')
      rmSync(folder, { recursive: true })
    },
  }
}
