import { duration, quantity } from '../../generators/fleet/checks/scalars.ts'
import type { ClusterSettings } from '../../generators/fleet/cluster.ts'
import { type argo, flux } from '../../generators/fleet/cluster.ts'
import type { CommonOptions, HelmOptions, Placeable } from '../../generators/fleet/component.ts'
import { helmComponent, manifestsComponent } from '../../generators/fleet/define-component.ts'
import type { Environment } from '../../generators/fleet/environment.ts'
import { environment } from '../../generators/fleet/environment.ts'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { defineFleet } from '../../generators/fleet/fleet.ts'
import type { NamespaceSettings } from '../../generators/fleet/namespace.ts'
import { namespace } from '../../generators/fleet/namespace.ts'

/** A small store of traces: enough of a chart to show layers, volumes and wiring. */
export interface StoreOptions extends HelmOptions {
  readonly retention?: `${number}h`
  readonly size?: `${number}Gi`
}

export const store = helmComponent<StoreOptions>({
  name: 'store',
  tier: 'apps',
  chart: { name: 'store', url: 'oci://registry.example/charts/store', version: '1.2.3' },
  options: { retention: duration, size: quantity },
  defaults: { retention: '24h', size: '10Gi' },
  values: ({ retention, size }, { storageClass }) => ({ retention, persistence: { size, storageClass } }),
  volumes: [{ size: 'persistence.size', storageClass: 'persistence.storageClass' }],
  provides: (_, { name, namespace: home }) => [
    { kind: 'endpoint', name: 'loki-push', url: `http://${name}.${home}.svc.cluster.local` },
  ],
})

/** Sends to the store. */
export const sender = helmComponent<HelmOptions>({
  name: 'sender',
  tier: 'apps',
  chart: { name: 'sender', url: 'https://charts.example', version: '0.1.0' },
  options: {},
  values: (_, { found }) => ({ url: found.endpoint('loki-push') }),
  requires: () => [
    {
      kind: 'endpoint',
      name: 'loki-push',
      usually: (home) => ({ kind: 'endpoint', name: 'loki-push', url: `http://store.${home}.svc.cluster.local` }),
    },
  ],
})

/** Plain objects: a ConfigMap that says how much, and one more when it is much. */
export interface NoteOptions extends CommonOptions {
  readonly size?: `${number}Gi`
}

export const note = manifestsComponent<NoteOptions>({
  name: 'note',
  tier: 'apps',
  options: { size: quantity },
  defaults: { size: '1Gi' },
  objects: ({ size }, { name }) => [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { size: size ?? '' } },
    ...(size === '9Gi' ? [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } }] : []),
  ],
})

/** Two environments, and the clusters of the test. */
export const fleet = (
  clusters: Readonly<
    Record<
      string,
      Partial<ClusterSettings> & {
        readonly components: readonly Placeable[]
        readonly settings?: NamespaceSettings
        /** Default: Flux. */
        readonly by?: typeof argo
      }
    >
  >,
  environments: Readonly<Record<string, Environment>> = {},
  base: readonly Placeable[] = [],
): Fleet =>
  defineFleet({
    repository: { url: 'https://github.com/example/platform', branch: 'main' },
    base,
    environments: { dev: environment({ storageClass: 'local-path' }), ...environments } as Record<string, Environment>,
    clusters: Object.fromEntries(
      Object.entries(clusters).map(([name, { components, settings, by = flux, ...cluster }]) => [
        name,
        by({
          environment: 'dev',
          distribution: 'k3s',
          network: 'flannel',
          namespaces: { monitoring: namespace(settings ?? {}, components) },
          ...cluster,
        }),
      ]),
    ),
  })
