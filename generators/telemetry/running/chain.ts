import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { agentName, aggregatorName, gatewayName, scraperName } from '../../catalogue/opentelemetry/addresses.ts'
import type { Container } from '../container.ts'
import type { Federation, Member } from '../federation.ts'
import { Hindrance } from '../hindrance.ts'
import { type Addresses, loopback } from '../moving/addresses.ts'
import { credentials } from '../moving/credentials.ts'
import { type Moved, moved } from '../moving/moved.ts'
import { kubeconfig } from '../stand-ins/api-server.ts'
import type { Certificates } from './certificates.ts'
import type { Processes, Startable } from './processes.ts'
import type { Programs } from './programs.ts'

/** A container of the tree, here. */
export interface Link {
  readonly moved: Moved
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly kill: () => Promise<void>
  /** `http://127.0.0.1:24117`, by the name of the port. */
  readonly url: (port: string) => string
  /** A folder of it, by its path in the container. */
  readonly folder: (path: string) => string
}

/** All that runs of a federation, from who takes a signal first to who keeps it. */
export interface Chain {
  readonly edge: { readonly agent: Link; readonly aggregator: Link; readonly scraper: Link }
  readonly hub: { readonly agent: Link; readonly scraper: Link; readonly gateway: Link }
  readonly stores: { readonly prometheus: Link; readonly loki: Link }
  readonly all: readonly Link[]
}

interface Tools {
  readonly addresses: Addresses
  readonly certificates: Certificates
  readonly programs: Programs
  readonly processes: Processes
  /** Where everything is written, absolute. */
  readonly folder: string
}

/** Lays every container of the federation into a folder of its own. Nothing runs yet. */
export const chainOf = ({ hub, edge }: Federation, tools: Tools): Chain => {
  const links = new Map([hub, edge].map((member) => [member.cluster, member.containers.map((one) => link(one, tools))]))
  const find = ({ cluster }: Member, is: (container: Container) => boolean, what: string): Link => {
    const found = links.get(cluster)?.find(({ moved: { container } }) => is(container))
    if (found === undefined) throw new Hindrance(`${cluster} runs no ${what}, without which nothing can be proven here`)
    return found
  }
  const named = (member: Member, name: string) => find(member, (one) => one.name === name, name)
  const running = (program: Container['program']) => find(hub, (one) => one.program === program, program)
  return {
    edge: {
      agent: named(edge, agentName),
      aggregator: named(edge, aggregatorName),
      scraper: named(edge, scraperName),
    },
    hub: { agent: named(hub, agentName), scraper: named(hub, scraperName), gateway: named(hub, gatewayName) },
    stores: { prometheus: running('prometheus'), loki: running('loki') },
    all: [...links.values()].flat(),
  }
}

const link = (container: Container, { addresses, certificates, programs, processes, folder }: Tools): Link => {
  const { cluster, name, mounts, ready, ports } = container
  const root = join(folder, cluster, name)
  const here = moved(container, { addresses, root })
  for (const { path, secret } of mounts) {
    mkdirSync(join(root, path), { recursive: true })
    if (secret !== undefined) cpSync(certificates.of(cluster, secret), join(root, path), { recursive: true })
  }
  for (const [path, text] of here.files) writeFileSync(join(root, path), text)
  layCredentials(root, certificates, addresses.node(cluster, 'api'))
  const url = (port: string): string => {
    const found = ports.find((one) => one.name === port)!
    return `http://${loopback}:${addresses.own(container, found.containerPort)}`
  }
  const startable: Startable = {
    name: `${cluster}/${name}`,
    program: programs[container.program],
    args: here.args,
    env: here.env,
    folder: root,
    log: join(folder, `${cluster}-${name}.log`),
    ready: `${url(ready.port)}${ready.path}`,
  }
  return {
    moved: here,
    start: () => processes.start(startable),
    stop: () => processes.stop(startable.name),
    kill: () => processes.kill(startable.name),
    url,
    folder: (path) => join(root, path),
  }
}

const layCredentials = (root: string, { anybody }: Certificates, api: number): void => {
  mkdirSync(dirname(join(root, credentials.kubeconfig)), { recursive: true })
  writeFileSync(join(root, credentials.kubeconfig), kubeconfig(api))
  for (const path of Object.values(credentials.kubelet)) {
    cpSync(join(anybody, path.split('/').at(-1)!), join(root, path))
  }
}
