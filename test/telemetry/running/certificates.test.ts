import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execaSync } from 'execa'
import { expect, onTestFinished, test } from 'vitest'
import { makeCertificates } from '../../../generators/telemetry/running/certificates.ts'

const certificate = (secretName: string, spec: object) => ({
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name: secretName },
  spec: { secretName, ...spec },
})

const member = (cluster: string, role: 'edge' | 'hub', objects: ReturnType<typeof certificate>[] = []) => ({
  cluster,
  role,
  objects,
  containers: [],
})

const noOpenssl = execaSync('openssl', ['version'], { reject: false }).failed

test.skipIf(noOpenssl)(
  noOpenssl
    ? 'skipped: no openssl'
    : 'certificates are as the Certificates of the hub want them, and one is a stranger’s',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'certificates-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const hub = member('hub', 'hub', [
      certificate('authority', { isCA: true }),
      certificate('gateway-tls', { dnsNames: ['otlp.example.com'], usages: ['server auth'] }),
      certificate('otel-client-paris', { commonName: 'paris', usages: ['digital signature', 'client auth'] }),
    ])
    const made = await makeCertificates('openssl', { hub, edge: member('paris', 'edge') }, folder)
    const read = (path: string) => new X509Certificate(readFileSync(path))
    const authority = read(join(folder, 'authority/tls.crt'))
    const server = read(join(made.of('hub', 'gateway-tls'), 'tls.crt'))
    const client = read(join(made.of('paris', 'otel-client'), 'tls.crt'))
    const stranger = read(join(made.stranger, 'tls.crt'))
    expect(server.subjectAltName).toBe('IP Address:127.0.0.1, DNS:otlp.example.com')
    expect(server.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    expect([client.subject, client.keyUsage]).toEqual(['CN=paris', ['1.3.6.1.5.5.7.3.2']])
    expect([server, client, stranger].map((one) => one.verify(authority.publicKey))).toEqual([true, true, false])
    expect(stranger.subject).toBe('CN=paris')
  },
)
