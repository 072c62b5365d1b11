import { workloadOf } from '../../objects/kubernetes/pods-service.ts'
import { otlpHttpPort } from '../../objects/opentelemetry/receivers/otlp.ts'
import type { Federation } from '../federation.ts'
import type { Addresses, Elsewhere } from '../moving/addresses.ts'
import type { Certificates } from '../running/certificates.ts'
import { apiServer, rightsOf } from './api-server.ts'
import { exporter } from './exporter.ts'
import { exporters } from './exporters.ts'
import { kubelet } from './kubelet.ts'
import type { StandIn } from './serve.ts'

/** Whom an address leads to at which nothing of the tree runs here: a name, or undefined where nobody stands in. */
export const standInAt = ({ host, port }: Elsewhere): string | undefined => {
  const workload = workloadOf(host.split('.', 1)[0]!)
  if (workload === 'tempo') return port === otlpHttpPort ? workload : undefined
  return workload in exporters ? workload : undefined
}

interface Tools {
  /** The root of the repository. */
  readonly root: string
  readonly addresses: Addresses
  readonly certificates: Certificates
}

/** Everybody who stands in for what needs a cluster or a GPU, but for Tempo, which is stopped and started. */
export const openStandIns = async (
  { hub, edge }: Federation,
  { root, addresses, certificates }: Tools,
): Promise<StandIn> => {
  const clusters = [hub, edge].flatMap(({ cluster, objects }) => [
    apiServer(addresses.node(cluster, 'api'), rightsOf(objects, 'otel-agent')),
    kubelet(addresses.node(cluster, 10250), certificates.anybody),
  ])
  const scraped = addresses.elsewhere().flatMap((one) => {
    const families = exporters[standInAt(one) ?? '']
    return families === undefined ? [] : [exporter(one.here, families(root))]
  })
  const opened = await Promise.allSettled([...clusters, ...scraped])
  const close = (): void => {
    for (const one of opened) if (one.status === 'fulfilled') one.value.close()
  }
  const failed = opened.find((one) => one.status === 'rejected')
  if (failed === undefined) return { close }
  close()
  throw failed.reason
}
