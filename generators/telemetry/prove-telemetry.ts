import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Federation } from './federation.ts'
import { Hindrance } from './hindrance.ts'
import { addressesOf, type Elsewhere } from './moving/addresses.ts'
import { replacementLine } from './moving/replacement.ts'
import { arriving } from './proofs/arriving.ts'
import { dashboards } from './proofs/dashboards.ts'
import { keeping } from './proofs/keeping.ts'
import { refusing } from './proofs/refusing.ts'
import type { Scene } from './proofs/scene.ts'
import { scrubbing } from './proofs/scrubbing.ts'
import { type Proving, proving } from './proving.ts'
import { makeCertificates } from './running/certificates.ts'
import { type Chain, chainOf } from './running/chain.ts'
import { openProcesses } from './running/processes.ts'
import type { Programs } from './running/programs.ts'
import { openStandIns, standInAt } from './stand-ins/stand-ins.ts'
import { traceStore } from './stand-ins/trace-store.ts'
import { storesAt } from './stores.ts'

export interface Setting {
  readonly programs: Programs
  /** The root of the repository. */
  readonly root: string
  /** An empty folder for whatever is written, absolute. */
  readonly folder: string
  /** The first of the ports on loopback. */
  readonly firstPort: number
  readonly say: (line: string) => void
  /** What ends everything that was started, at once. */
  readonly whenInterrupted: (close: () => void) => void
}

/** Runs hub and edge of a federation on loopback, and proves what they promise. */
export const proveTelemetry = async (federation: Federation, setting: Setting): Promise<Omit<Proving, 'prove'>> => {
  const { programs, root, folder, firstPort, say } = setting
  const addresses = addressesOf(federation, firstPort)
  const pki = join(folder, 'certificates')
  mkdirSync(pki, { recursive: true })
  const certificates = await makeCertificates(programs.openssl, federation, pki)
  const processes = openProcesses()
  setting.whenInterrupted(processes.close)
  const chain = chainOf(federation, { addresses, certificates, programs, processes, folder })
  const tempo = addresses.elsewhere().find((one) => standInAt(one) === 'tempo')
  if (tempo === undefined) throw new Hindrance(`${federation.hub.cluster} sends its traces to no Tempo`)
  const traces = traceStore(programs.otelcol, tempo.here, addresses, folder)
  for (const line of told(chain, addresses.elsewhere(), folder)) say(line)
  const standIns = await openStandIns(federation, { root, addresses, certificates })
  const { prove, ...counted } = proving(say)
  const scene: Scene = {
    federation,
    say,
    chain,
    certificates,
    prove,
    stores: storesAt(chain.stores.prometheus.url('http'), chain.stores.loki.url('http'), traces.file),
    traces: { start: () => processes.start(traces.startable), stop: () => processes.stop(traces.startable.name) },
  }
  try {
    await startAll(scene)
    for (const proof of [arriving, scrubbing, refusing, keeping, dashboards]) await proof(scene)
  } finally {
    processes.close()
    standIns.close()
  }
  return counted
}

/** From those who keep to those who send, as their Kustomizations wait for each other. */
const startAll = async ({ chain: { stores, hub, edge }, traces }: Scene): Promise<void> => {
  await Promise.all([stores.prometheus.start(), stores.loki.start(), traces.start()])
  await hub.gateway.start()
  await edge.aggregator.start()
  await Promise.all([edge.agent, edge.scraper, hub.agent, hub.scraper].map(({ start }) => start()))
}

/** What is not as in the tree. */
const told = ({ all }: Chain, elsewhere: readonly Elsewhere[], folder: string): readonly string[] => [
  ...all.flatMap(({ moved: { container, replacements } }) => [
    `${container.cluster}: one Pod of ${container.namespace}/${container.name}, in which ${replacements.length} things are replaced:`,
    ...replacements.map((one) => `  ${replacementLine(one).replaceAll(`${folder}/`, '')}`),
  ]),
  ...elsewhere.map((one) => {
    const who = standInAt(one) === undefined ? 'nobody stands' : 'another stands in for what is'
    return `${one.cluster}: ${who} at ${one.host}:${one.port}`
  }),
]
