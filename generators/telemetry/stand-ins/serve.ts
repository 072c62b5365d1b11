import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { join } from 'node:path'
import { Hindrance } from '../hindrance.ts'
import { loopback } from '../moving/addresses.ts'

export interface StandIn {
  readonly close: () => void
}

/** Listens on loopback, with the certificate of a folder where one is given. */
export const serve = async (port: number, answer: RequestListener, certificate?: string): Promise<StandIn> => {
  const server =
    certificate === undefined
      ? createServer(answer)
      : createTlsServer(
          { cert: readFileSync(join(certificate, 'tls.crt')), key: readFileSync(join(certificate, 'tls.key')) },
          answer,
        )
  server.listen(port, loopback)
  await once(server, 'listening').catch(({ message }: Error) => {
    throw new Hindrance(`nobody can listen at port ${port}, so try another --port: ${message}`)
  })
  return {
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
