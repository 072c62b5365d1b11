import {
  defineFleet,
  environment,
  existing,
  externalSecret,
  flux,
  helmRelease,
  kubePrometheusStack,
  manifests,
  namespace,
  platformAlerts,
  prometheusOperatorCrds,
  sops,
} from '../generators/fleetwright.ts'

/** A chart of one's own: it waits for Prometheus, and both environments and one cluster say more of it. */
const podinfo = helmRelease({
  name: 'podinfo',
  chart: { url: 'oci://ghcr.io/stefanprodan/charts/podinfo', version: '6.9.1' },
  values: { replicaCount: 1, ui: { color: '#34577c', message: 'Hello' }, tolerations: [{ operator: 'Exists' }] },
  requires: () => [{ kind: 'crd', group: 'monitoring.coreos.com' }],
})

/** A chart from an HTTP repository, under a name of its own. */
const search = helmRelease({
  name: 'search',
  chart: { name: 'opensearch', url: 'https://opensearch-project.github.io/helm-charts', version: '3.2.1' },
})

/** Objects of one's own. The claim is another one where the storage class is another one. */
const notes = manifests({
  name: 'notes',
  tier: 'infrastructure',
  objects: ({ storageClass, name }) => [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
        ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
      },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what Flux would replace, were it told to
      data: { 'notes.txt': 'yes\n  no: 1\n${NOT_REPLACED}\n', on: 'yes', zero: '0o14' },
    },
  ],
  dashboards: [{ name: 'notes', model: { title: 'Notes', uid: 'notes', panels: [] } }],
})

/** Two environments, and a cluster in each: small enough to read its tree, with an overlay of every kind. */
export const goldenFleet = defineFleet({
  repository: { url: 'ssh://git@example.com/golden', branch: 'live' },
  base: [podinfo({ values: { ui: { message: 'Hello from everywhere' } } })],
  environments: {
    dev: environment({ storageClass: 'local-path' }, [podinfo({ version: '6.9.2', values: { tolerations: [] } })]),
    live: environment({ storageClass: 'gp3' }, [
      podinfo({ values: { ui: { color: null } } }),
      search({ version: '3.2.0' }),
      kubePrometheusStack({ retention: '15d' }),
    ]),
  },
  clusters: {
    attic: flux({
      environment: 'dev',
      distribution: 'k3s',
      network: 'flannel',
      namespaces: {
        monitoring: namespace({ secrets: { 'alertmanager-config': existing(), 'grafana-admin': sops() } }, [
          prometheusOperatorCrds(),
          kubePrometheusStack({ grafana: { nodePort: 30300 } }),
          platformAlerts({ testAlert: true }),
        ]),
        web: namespace({ mesh: 'istio', keep: false, podSecurity: 'restricted' }, [
          podinfo({ values: { replicaCount: 2 } }),
          notes(),
        ]),
      },
    }),
    'eu-1': flux({
      environment: 'live',
      distribution: 'kubeadm',
      network: 'calico',
      storageClass: 'io2',
      crds: ['external-secrets.io'],
      namespaces: {
        monitoring: namespace(
          {
            secrets: {
              'alertmanager-config': existing(),
              'grafana-admin': externalSecret({ store: 'vault', key: 'monitoring/grafana', refreshInterval: '30m' }),
            },
          },
          [prometheusOperatorCrds(), kubePrometheusStack(), platformAlerts()],
        ),
        web: namespace({}, [podinfo(), search({ after: ['podinfo'] }), notes()]),
      },
    }),
  },
})
