import type { Container } from '../container.ts'
import { loopback } from './addresses.ts'
import { credentials } from './credentials.ts'
import type { Here } from './here.ts'

interface NotSaid {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** What a program has to be told besides: of ports that it opens unasked, and where its API server is. */
export const notSaid = (container: Container, { addresses, root }: Here): NotSaid => {
  if (container.program === 'otelcol') return { args: [], env: { KUBECONFIG: `${root}${credentials.kubeconfig}` } }
  if (container.program === 'prometheus') return { args: [], env: {} }
  const grpc = addresses.own(container, 9095)
  const args = [
    `-server.http-listen-address=${loopback}`,
    `-server.grpc-listen-address=${loopback}`,
    `-server.grpc-listen-port=${grpc}`,
  ]
  return { args, env: {} }
}
