/** The source of a fleet with one cluster called proof; `namespaces` as they stand in it. */
export const fleetOf = (namespaces: Readonly<Record<string, string>>): string => `
import { defineFleet, environment, flux, helmRelease, manifests, namespace, sops } from './fleetwright.ts'

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

export default defineFleet({
  repository: { url: 'https://example.com/proof', branch: 'main' },
  environments: { dev: environment({ storageClass: 'standard' }, []) },
  clusters: {
    proof: flux({
      environment: 'dev',
      distribution: 'k3s',
      network: 'flannel',
      namespaces: {
        ${Object.entries(namespaces)
          .map(([name, text]) => `${name}: ${text},`)
          .join('\n        ')}
      },
    }),
  },
})
`
