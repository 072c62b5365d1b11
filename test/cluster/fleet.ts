/** The word in the fleet for what reconciles a cluster. */
export type Engine = 'argo' | 'flux'

/** The source of a fleet with one cluster called proof; `namespaces` as they stand in it. */
export const fleetOf = (namespaces: Readonly<Record<string, string>>, engine: Engine = 'flux'): string => `
import { ${engine}, defineFleet, environment, helmRelease, manifests, namespace, sops } from './fleetwright.ts'

const greeter = (greeting: string) =>
  helmRelease({
    name: 'greeter',
    chart: { url: 'oci://registry.example/charts/greeter', version: '1.0.0' },
    values: { greeting },
  })()

const note = manifests({
  name: 'note',
  objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'note' }, data: { text: 'still here' } }],
})

const words = (kind: string) =>
  manifests({
    name: 'words',
    objects: [{ apiVersion: kind === 'ConfigMap' ? 'v1' : 'example.com/v1', kind, metadata: { name: 'words' } }],
  })()

export default defineFleet({
  repository: { url: 'https://example.com/proof', branch: 'main' },
  environments: { dev: environment({ storageClass: 'standard' }, []) },
  clusters: {
    proof: ${engine}({
      environment: 'dev',
      distribution: 'k3s',
      network: 'flannel',
      // Not true: what controllers say then is what a test wants to see.
      crds: ['example.com'],
      namespaces: {
        ${Object.entries(namespaces)
          .map(([name, text]) => `${name}: ${text},`)
          .join('\n        ')}
      },
    }),
  },
})
`
