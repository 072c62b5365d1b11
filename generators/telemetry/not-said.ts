import { loopback } from './addresses.ts'
import type { Container } from './container.ts'
import type { Here } from './here.ts'

/** Arguments for ports that a program opens although no configuration says so. */
export const notSaid = (container: Container, { addresses }: Here): readonly string[] => {
  if (container.program !== 'loki') return []
  return [
    `-server.http-listen-address=${loopback}`,
    `-server.grpc-listen-address=${loopback}`,
    `-server.grpc-listen-port=${addresses.own(container, 9095)}`,
  ]
}
