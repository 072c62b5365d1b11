import type { CapabilityOf } from '../../fleet/capability.ts'
import type { Where } from '../../fleet/component.ts'
import { dashboardLabel } from '../../objects/grafana/dashboard-label.ts'
import { linked, traceLabel } from '../../objects/grafana/linked-datasources.ts'
import { folderAnnotation } from '../../objects/grafana/provisioning.ts'
import { keptByHelm } from '../../objects/kubernetes/keep.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { alertmanagerUid, grafanaName, ownDatasources, prometheusUid } from './addresses.ts'
import type { GrafanaOptions, IngressOptions, KubePrometheusStackOptions } from './options.ts'
import { loadBalancerService, modest, nodePortService, resourceValues, type StackValues } from './values.ts'

/** The keys of the Secret that holds the administrator's login. */
export const adminKeys = { userKey: 'admin-user', passwordKey: 'admin-password' } as const

/** Values of Grafana. Dashboards and datasources come from ConfigMaps, so that it needs no volume. */
export const grafanaValues = ({ grafana = {} }: Partial<KubePrometheusStackOptions>, where: Where): StackValues => ({
  grafana: {
    fullnameOverride: grafanaName(where.name),
    admin: grafana.admin && { existingSecret: grafana.admin.secret, ...adminKeys },
    service: loadBalancerService(grafana.loadBalancer) ?? nodePortService(grafana.nodePort),
    ingress: ingressValues(grafana.ingress),
    'grafana.ini': iniValues(grafana.ingress),
    ...volumeValues(grafana, where),
    sidecar: sidecarValues(where),
    additionalDataSources: additionalDataSources(where),
    resources: resourceValues(grafana.resources),
  },
})

const ingressValues = ({ host, className, tlsSecret }: IngressOptions = {}) =>
  host === undefined
    ? undefined
    : {
        enabled: true,
        ingressClassName: className,
        hosts: [host],
        tls: [{ secretName: tlsSecret, hosts: [host] }],
      }

const iniValues = ({ host }: IngressOptions = {}) => ({
  // Versions are pinned in the tree; nobody needs Grafana to ask the world for newer ones, or to report home.
  analytics: { check_for_updates: false, check_for_plugin_updates: false, reporting_enabled: false },
  news: { news_feed_enabled: false },
  server: host === undefined ? undefined : { root_url: `https://${host}` },
})

const volumeValues = ({ size }: GrafanaOptions, where: Where) =>
  size === undefined
    ? { persistence: { enabled: false } }
    : {
        persistence: { enabled: true, size, storageClassName: where.storageClass, annotations: keptByHelm },
        affinity: keepsDataAffinity(where),
        // A volume for one node at a time: a second Pod could never start beside the first.
        deploymentStrategy: { type: 'Recreate' },
        // The Pod's fsGroup owns the volume; the chart would change its owner as root.
        initChownData: { enabled: false },
      }

const sidecarValues = ({ found }: Where) => ({
  dashboards: {
    ...dashboardLabel,
    searchNamespace: 'ALL',
    resource: 'configmap',
    folderAnnotation,
    // Without it Grafana ignores the folders that the annotation names.
    provider: { foldersFromFilesStructure: true },
  },
  datasources: {
    uid: prometheusUid,
    isDefaultDatasource: true,
    alertmanager: { uid: alertmanagerUid },
    exemplarTraceIdDestinations: exemplarValues(found.all('datasource')),
    resource: 'configmap',
    // Grafana reads datasources once, at its start: the sidecar has to be done before. It takes all three settings.
    initDatasources: true,
    restartPolicy: 'Always',
    startupProbe: { httpGet: { path: '/healthz', port: 8082 } },
  },
  resources: modest('10m', '96Mi', '256Mi'),
})

/** From a sample to the trace that it stands for. The chart's own Prometheus is told apart from what others bring. */
const exemplarValues = (datasources: readonly CapabilityOf<'datasource'>[] = []) => {
  const tempo = datasources.find(({ type }) => type === 'tempo')
  return tempo && { datasourceUid: tempo.uid, traceIdLabelName: traceLabel, urlDisplayLabel: tempo.name }
}

/**
 * Datasources of other components, linked to each other and to those of the chart. Prometheus is the default one
 * already, and Grafana dies of a second.
 */
const additionalDataSources = ({ name, namespace, found }: Where) => {
  const own = ownDatasources(name, namespace)
  const others = linked([...own, ...(found.all('datasource') ?? [])]).slice(own.length)
  return others.length === 0
    ? undefined
    : others.map(({ name, uid, type, url, jsonData }) => ({
        name,
        uid,
        type,
        url,
        access: 'proxy',
        isDefault: false,
        ...(jsonData === undefined ? {} : { jsonData }),
      }))
}
