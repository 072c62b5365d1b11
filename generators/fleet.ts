import {
  alertmanager,
  alloyAgent,
  argo,
  argoAlerts,
  argoNotifications,
  bertInference,
  certManager,
  cilium,
  cloudflareTunnel,
  dcgmExporter,
  defineFleet,
  environment,
  existing,
  externalSecret,
  federationCertificates,
  federationDashboards,
  federationRules,
  flux,
  fluxAlerts,
  grafana,
  kubePrometheusStack,
  kubeStateMetrics,
  loki,
  lokiSingle,
  minio,
  namespace,
  nodeExporter,
  nvidiaDevicePlugin,
  otelAgent,
  otelAggregator,
  otelGateway,
  otelScraper,
  platformAlerts,
  prometheus,
  prometheusOperatorCrds,
  promtail,
  secret,
  serviceDashboards,
  slack,
  tempo,
} from './fleetwright.ts'

const repository = { url: 'https://github.com/example/platform', branch: 'main' }

// What every cluster of the federation has, and what every edge of it is.
const collected = [
  kubeStateMetrics({ version: '2.13.0' }),
  nvidiaDevicePlugin(),
  dcgmExporter(),
  otelAgent(),
  otelScraper(),
]
const federated = {
  environment: 'cloud',
  distribution: 'managed',
  network: 'calico',
  storageClass: 'linode-block-storage-retain',
  nodePools: {
    gpu: { gpu: true, labels: { 'node-type': 'gpu' }, taints: ['nvidia.com/gpu=present:NoSchedule'] },
  },
} as const
const inference = namespace({ secrets: { 'bert-login': existing(), 'bert-tls': existing() } }, [
  bertInference({ loadBalancer: { host: 'bert.example.com' } }), // DNS leads to the nearest
])
const edge = {
  ...federated,
  role: 'edge',
  namespaces: {
    observability: namespace({ secrets: { 'otel-client': existing() } }, [...collected, otelAggregator()]),
    inference,
  },
} as const

export default defineFleet({
  repository,

  // What the clusters of an environment share.
  environments: {
    dev: environment({ storageClass: 'local-path' }, [
      kubePrometheusStack({
        retention: '10d',
        prometheus: { size: '20Gi' },
        alertmanager: { size: '2Gi' },
        grafana: { size: '5Gi' },
      }),
    ]),
    local: environment({ storageClass: 'local-path', privateNetwork: true }, [
      kubePrometheusStack({
        retention: '2d',
        prometheus: { size: '10Gi', nodePort: 30900, resources: { limits: { cpu: '500m', memory: '1Gi' } } },
        alertmanager: { size: '1Gi', nodePort: 30903, resources: { limits: { cpu: '100m', memory: '128Mi' } } },
        grafana: { nodePort: 30300, resources: { limits: { cpu: '200m', memory: '256Mi' } } },
      }),
    ]),
    cloud: environment({ storageClass: 'gp3', networkPolicies: true }, [
      kubePrometheusStack({
        retention: '15d',
        prometheus: { size: '50Gi', resources: { limits: { cpu: '2', memory: '8Gi' } } },
        alertmanager: { size: '5Gi', resources: { limits: { cpu: '200m', memory: '512Mi' } } },
        grafana: {
          ingress: { host: 'grafana.example.com', className: 'nginx', tlsSecret: 'grafana-tls' },
          resources: { limits: { cpu: '1', memory: '1Gi' } },
        },
      }),
    ]),
    stage: environment({ storageClass: 'nfs-client' }, [
      kubePrometheusStack({
        retention: '5d',
        prometheus: { size: '10Gi' },
        alertmanager: { size: '2Gi' },
      }),
    ]),
    prod: environment({ storageClass: 'nfs-client' }, [
      kubePrometheusStack({
        retention: '15d',
        prometheus: { size: '20Gi' },
        alertmanager: { size: '5Gi' },
      }),
    ]),
  },

  // What each cluster runs.
  clusters: {
    homelab: flux({
      environment: 'dev',
      distribution: 'k3s',
      network: 'flannel',
      namespaces: {
        monitoring: namespace(
          {
            mesh: 'none',
            secrets: {
              'alertmanager-config': existing(),
              'cloudflare-tunnel': existing(),
              'grafana-admin': existing(),
              'loki-s3': existing(),
              'minio-root': existing(),
            },
          },
          [
            prometheusOperatorCrds(),
            kubePrometheusStack(),
            minio(),
            loki(),
            promtail(), // or alloy(), its successor
            cloudflareTunnel({ to: 'grafana', replicas: 2, token: secret('cloudflare-tunnel') }),
            fluxAlerts(),
          ],
        ),
      },
    }),

    'talos-local': flux({
      environment: 'local',
      distribution: 'talos',
      network: 'cilium',
      namespaces: {
        'kube-system': namespace({ exists: true }, [cilium()]),
        monitoring: namespace({ secrets: { 'alertmanager-config': existing(), 'grafana-admin': existing() } }, [
          prometheusOperatorCrds(),
          kubePrometheusStack(),
          platformAlerts({ testAlert: true }),
        ]),
      },
    }),

    'talos-cloud': flux({
      environment: 'cloud',
      distribution: 'talos',
      network: 'cilium',
      crds: ['external-secrets.io'],
      namespaces: {
        'kube-system': namespace({ exists: true }, [cilium()]),
        monitoring: namespace(
          {
            secrets: {
              'alertmanager-config': externalSecret({ store: 'platform', key: 'monitoring/alertmanager' }),
              'grafana-admin': externalSecret({ store: 'platform', key: 'monitoring/grafana' }),
              'grafana-tls': existing(), // cert-manager makes it
            },
          },
          [prometheusOperatorCrds(), kubePrometheusStack(), platformAlerts()],
        ),
      },
    }),

    platform: argo({
      environment: 'prod',
      distribution: 'kubeadm',
      network: 'calico',
      nodePools: {
        backup: { nodes: ['worker04'], taints: ['storage=hdd:NoSchedule'], stateful: false },
        edge: { taints: ['metallb=disabled:NoSchedule'] },
      },
      namespaces: {
        argocd: namespace({ exists: true, secrets: { 'argocd-notifications-secret': existing() } }, [
          argoNotifications({ channels: [slack({ channel: 'platform' })] }),
        ]),
        'platform-monitoring': namespace(
          { secrets: { 'alertmanager-config': existing(), 'grafana-admin': existing() } },
          [
            prometheusOperatorCrds(),
            kubePrometheusStack({ grafana: { loadBalancer: { address: '10.1.5.185' } } }),
            argoAlerts(),
          ],
        ),
      },
    }),

    'dark-tower': flux({
      environment: 'local',
      distribution: 'kind',
      network: 'kindnet',
      storageClass: 'standard',
      namespaces: {
        observability: namespace({ secrets: { 'grafana-admin': existing() } }, [
          kubeStateMetrics(),
          nodeExporter(),
          prometheus(),
          lokiSingle(),
          alloyAgent(),
          grafana({ nodePort: 30300 }),
          serviceDashboards({
            namespace: 'dark-tower',
            services: ['ac-service', 'global-controller', 'meeting-controller'],
          }),
        ]),
      },
    }),

    hub: flux({
      ...federated,
      role: 'hub',
      namespaces: {
        'cert-manager': namespace({}, [certManager()]),
        'observability-hub': namespace(
          { secrets: { 'alertmanager-config': existing(), 'grafana-admin': existing() } },
          [
            federationCertificates(),
            otelGateway({ address: 'otlp.hub.example.com' }),
            prometheus({ receivers: { otlp: true, remoteWrite: true }, rules: federationRules({ repository }) }),
            alertmanager(),
            lokiSingle({ otlpLabels: ['cluster.id', 'cluster.role'] }),
            tempo(),
            grafana(),
            federationDashboards(),
          ],
        ),
        observability: namespace({}, collected),
        inference,
      },
    }),

    'edge-1': flux(edge),
  },
})
