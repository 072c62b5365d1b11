import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { edgePorts } from '../../catalogue/otel-gateway/addresses.ts'
import { loopback } from '../moving/addresses.ts'
import type { Scene } from './scene.ts'

/** The gateway talks to who shows a certificate of its own authority, and to nobody else. */
export const refusing = async ({ federation, chain, certificates, prove }: Scene): Promise<void> => {
  const { hub, edge } = federation
  const own = certificates.of(edge.cluster, '')
  for (const { name } of Object.values(edgePorts)) {
    const port = Number(new URL(chain.hub.gateway.url(name)).port)
    const protocol = name === edgePorts.grpc.name ? 'h2' : 'http/1.1'
    const says = (who: string, what: string) => `${hub.cluster}: at ${name}, a client ${who} is ${what}`
    const find = (shown?: string) => () => greeting(port, protocol, join(own, 'ca.crt'), shown)
    await prove({
      says: says('without a certificate', 'refused'),
      find: find(),
      expected: 'certificate required',
    })
    await prove({
      says: says('with one of another authority', 'refused'),
      find: find(certificates.stranger),
      expected: 'unknown ca',
    })
    await prove({ says: says(`with that of ${edge.cluster}`, 'answered'), find: find(own), expected: 'answered' })
  }
}

const opening = {
  h2: Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])]),
  'http/1.1': Buffer.from('GET / HTTP/1.1\r\nHost: gateway\r\n\r\n'),
} as const

/** Whether a server answers to how its protocol begins, or with which alert it ends the connection. */
const greeting = (port: number, protocol: keyof typeof opening, ca: string, shown: string | undefined) =>
  new Promise<string>((resolve) => {
    const read = (file: string) => readFileSync(join(shown!, file))
    const own = shown === undefined ? {} : { cert: read('tls.crt'), key: read('tls.key') }
    const socket = connect({ host: loopback, port, ca: readFileSync(ca), ALPNProtocols: [protocol], ...own })
    socket.setTimeout(5000, () => socket.destroy(new Error('silence')))
    socket.on('secureConnect', () => socket.write(opening[protocol]))
    socket.on('data', () => {
      socket.destroy()
      resolve('answered')
    })
    socket.on('error', ({ message }) => resolve(/alert ([a-z ]+?)(?::|$)/m.exec(message)?.[1] ?? message))
  })
