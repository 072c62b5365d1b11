import { helmRelease } from '../fleet/application.ts'
import { flux } from '../fleet/cluster.ts'
import { environment } from '../fleet/environment.ts'
import { defineFleet, type Fleet } from '../fleet/fleet.ts'
import { namespace } from '../fleet/namespace.ts'

/** What one cluster of the made-up fleet adds to the tree: a README, a namespace, six components, one layer of its own. */
const filesPerCluster = 10

const chart = (name: string) => ({ url: `oci://registry.example/charts/${name}`, version: '1.2.3' })
const limits = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '1', memory: '512Mi' } }

const collector = helmRelease({ name: 'collector', chart: chart('collector'), values: { resources: limits } })
const components = ['agent', 'dashboards', 'gateway', 'metrics'].map((name) =>
  helmRelease({
    name,
    chart: chart(name),
    values: { resources: limits, service: { type: 'ClusterIP', port: 8080 } },
    requires: () => [{ kind: 'endpoint', name: 'loki-push', usually: push }],
  }),
)
const push = (home: string) => ({ kind: 'endpoint', name: 'loki-push', url: `http://store.${home}` }) as const
const store = helmRelease({ name: 'store', chart: chart('store'), provides: ({ namespace: home }) => [push(home)] })

/** A fleet of about this many files, the same for the same number: clusters that differ in one component each. */
export const madeUpFleet = (files: number): Fleet => {
  const clusters = Array.from({ length: Math.max(1, Math.round(files / filesPerCluster)) }, (_, index) => index)
  return defineFleet({
    repository: { url: 'https://github.com/example/platform', branch: 'main' },
    environments: { edge: environment({ storageClass: 'local-path' }, [collector({ values: { replicas: 2 } })]) },
    clusters: Object.fromEntries(
      clusters.map((index) => [
        `edge-${index}`,
        flux({
          environment: 'edge',
          distribution: 'k3s',
          network: 'flannel',
          namespaces: {
            telemetry: namespace({}, [
              collector({ values: { cluster: `edge-${index}`, region: { zone: index % 7 } } }),
              store,
              ...components,
            ]),
          },
        }),
      ]),
    ),
  })
}
