import { join } from 'node:path'
import { buildAll, findKustomize } from '../../generators/output/kustomize.ts'
import { treeReader } from '../../generators/output/tree-reader.ts'
import type { Container } from '../../generators/telemetry/container.ts'
import { type Federation, federationIn, membersOf } from '../../generators/telemetry/federation.ts'
import type { Addresses } from '../../generators/telemetry/moving/addresses.ts'
import { builtTree } from '../../generators/verify/built-tree.ts'

const root = join(import.meta.dirname, '../..')

/** Hub and edge of the committed tree, as a real kustomize builds them. */
export const committedFederation = async (): Promise<Federation> => {
  const tree = treeReader(root)
  const kustomize = (await findKustomize(root))!
  const build = (folders: readonly string[]) => buildAll(kustomize, root, folders)
  const built = new Map(
    await Promise.all(['hub', 'edge-1'].map(async (name) => [name, await builtTree([name], { tree, build })] as const)),
  )
  const federation = federationIn(membersOf(built), 'edge-1')
  if ('lacks' in federation) throw new Error(federation.lacks)
  return federation
}

/** A collector of a cluster `paris`, with this configuration. */
export const collector = (config: string, more: Partial<Container> = {}): Container => ({
  cluster: 'paris',
  namespace: 'watch',
  name: 'agent',
  program: 'otelcol',
  args: [],
  env: [],
  ports: [{ name: 'otlp', containerPort: 4317 }],
  mounts: [{ path: '/etc/otelcol', files: { 'config.yaml': config } }, { path: '/var/lib/otelcol' }],
  ready: { path: '/', port: 'health' },
  labels: {},
  ...more,
})

/** Addresses by which each port is 20000 and itself. */
export const plainAddresses: Addresses = {
  own: (_, port) => 20_000 + port,
  called: (_, __, port) => 30_000 + port,
  node: (_, what) => 40_000 + Number(what),
  elsewhere: () => [],
}
