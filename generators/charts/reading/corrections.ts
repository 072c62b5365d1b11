import { type KeyMap, otherKeys } from '../keys.ts'
import { lokiCorrections } from './loki-corrections.ts'

/**
 * What the files of a chart do not say about its keys, found by reading its templates: keys that are read in a roundabout
 * way, and maps that the chart hands on to the program it runs. Their keys are the program's, so they stay open (`{}`).
 */
export const corrections: Readonly<Record<string, KeyMap>> = {
  'argo-cd': { configs: { cm: {}, params: {}, rbac: {} } },
  cilium: { hubble: { ui: { securityContext: { enabled: true } } } },
  'external-secrets': { livenessProbe: { spec: {} }, readinessProbe: { spec: {} } },
  grafana: {
    'grafana.ini': {},
    verticalPodAutoscaler: { container: {}, maxAllowed: {}, minAllowed: {}, target: {}, targetRef: {} },
  },
  'kube-prometheus-stack': {
    alertmanager: {
      config: {},
      route: {},
      routePerReplica: {},
      servicePerReplica: { clusterIP: '' },
      verticalPodAutoscaler: { updatePolicy: {} },
    },
    prometheus: {
      route: {},
      routePerReplica: {},
      servicePerReplica: { clusterIP: '' },
      verticalPodAutoscaler: { updatePolicy: {} },
    },
    prometheusOperator: { verticalPodAutoscaler: { updatePolicy: {} } },
    thanosRuler: { route: {} },
  },
  loki: lokiCorrections,
  'metrics-server': { tmpVolume: {} },
  // Its values file is left out for its licence (AGPL-3.0); these keys are named in the facts, and there are more.
  minio: {
    mode: '',
    replicas: 0,
    drivesPerNode: 0,
    rootUser: '',
    rootPassword: '',
    existingSecret: '',
    buckets: [],
    users: [],
    policies: [],
    persistence: { enabled: true, size: '', storageClass: '', existingClaim: '', [otherKeys]: null },
    resources: {},
    metrics: { serviceMonitor: {}, [otherKeys]: null },
    service: {},
    consoleService: {},
    oidc: { existingClientSecretName: '', [otherKeys]: null },
    customCommandJob: {},
    makeBucketJob: {},
    makePolicyJob: {},
    makeServiceAccountJob: {},
    makeUserJob: {},
    [otherKeys]: null,
  },
  'prometheus-windows-exporter': { image: { sha: '' } },
  promtail: { config: { positions: {} }, podSecurityPolicy: {} },
  'redis-ha': { podAnnotations: {}, redis: { config: {} }, sentinel: { config: {} }, serviceAnnotations: {} },
  tempo: {
    tempo: {
      ingester: {},
      metricsGenerator: { processor: {}, registry: {} },
      overrides: {},
      querier: {},
      queryFrontend: {},
      receivers: {},
      server: {},
      storage: {},
    },
  },
}
