import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bertMetrics } from '../../catalogue/bert-inference/series.ts'
import { workloadOf } from '../../catalogue/opentelemetry/addresses.ts'
import type { ExporterFile } from '../../metrics/exporter-file.ts'
import { metricsFolder } from '../../metrics/exporters.ts'
import { toYaml } from '../../output/yaml/emit.ts'
import { type Addresses, type Elsewhere, loopback } from '../addresses.ts'
import type { Certificates } from '../certificates.ts'
import type { Federation } from '../federation.ts'
import type { Startable } from '../processes.ts'
import { apiServer, rightsOf } from './api-server.ts'
import { exporter, type Families } from './exporter.ts'
import { kubelet } from './kubelet.ts'
import type { StandIn } from './serve.ts'
import { traceStore } from './trace-store.ts'

/** How a container finds the API server of its cluster. */
export const kubeconfig = (port: number): string => {
  const [name, server] = ['here', `http://${loopback}:${port}`]
  return toYaml({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server } }],
    users: [{ name, user: {} }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  })
}

/** The exporters, by the workload that each would be, and what of. */
const exporters: Readonly<Record<string, (root: string) => Families>> = {
  'kube-state-metrics': known('kube-state-metrics'),
  'dcgm-exporter': known('dcgm-exporter'),
  'bert-inference': () => bertMetrics,
}

function known(name: string) {
  return (root: string): Families =>
    (JSON.parse(readFileSync(join(root, metricsFolder, `${name}.json`), 'utf8')) as ExporterFile).metrics
}

/** Whom an address leads to at which nothing of the tree runs here: a name, or undefined where nobody stands in. */
export const standInAt = ({ host }: Elsewhere): string | undefined => {
  const workload = workloadOf(host.split('.', 1)[0]!)
  return workload === 'tempo' || workload in exporters ? workload : undefined
}

interface Tools {
  readonly root: string
  readonly addresses: Addresses
  readonly certificates: Certificates
}

/** Everybody who stands in for what needs a cluster or a GPU. The traces are kept by a collector, and not started here. */
export const openStandIns = async (
  { hub, edge }: Federation,
  { root, addresses, certificates }: Tools,
): Promise<StandIn> => {
  const open = [hub, edge].flatMap(({ cluster, objects }) => [
    apiServer(addresses.node(cluster, 'api'), rightsOf(objects, 'otel-agent')),
    kubelet(addresses.node(cluster, 10250), certificates.anybody),
  ])
  for (const one of addresses.elsewhere()) {
    const families = exporters[standInAt(one) ?? '']
    if (families !== undefined) open.push(exporter(one.here, families(root)))
  }
  const all = await Promise.all(open)
  return {
    close: () => {
      for (const one of all) one.close()
    },
  }
}

/** The collector that stands in for Tempo. */
export const traceStoreOf = (
  otelcol: string,
  addresses: Addresses,
  folder: string,
): { readonly startable: Startable; readonly file: string } => {
  const tempo = addresses.elsewhere().find((one) => standInAt(one) === 'tempo')
  if (tempo === undefined) throw new Error('the gateway of this tree sends its traces to no Tempo')
  const [health, config, file] = [
    addresses.node('tempo', 'health'),
    join(folder, 'tempo.yaml'),
    join(folder, 'traces.json'),
  ]
  writeFileSync(config, traceStore(tempo.here, health, file))
  writeFileSync(file, '')
  const args = ['--config', config]
  const ready = `http://${loopback}:${health}`
  return {
    file,
    startable: { name: 'tempo', program: otelcol, args, env: {}, folder, log: join(folder, 'tempo.log'), ready },
  }
}
