import type { CapabilityOf } from '../../fleet/capability.ts'
import type { Where } from '../../fleet/component.ts'
import { dashboardLabel } from '../../objects/grafana/dashboard-label.ts'
import { folderAnnotation } from '../../objects/grafana/provisioning.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { alertmanagerUid, grafanaName, prometheusUid } from './addresses.ts'
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
    sidecar: sidecarValues,
    additionalDataSources: additionalDataSources(where.found.all('datasource')),
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
        persistence: { enabled: true, size, storageClassName: where.storageClass },
        affinity: keepsDataAffinity(where),
        // A volume for one node at a time: a second Pod could never start beside the first.
        deploymentStrategy: { type: 'Recreate' },
        // The Pod's fsGroup owns the volume; the chart would change its owner as root.
        initChownData: { enabled: false },
      }

const sidecarValues = {
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
    resource: 'configmap',
    // Grafana reads datasources once, at its start: the sidecar has to be done before. It takes all three settings.
    initDatasources: true,
    restartPolicy: 'Always',
    startupProbe: { httpGet: { path: '/healthz', port: 8082 } },
  },
  resources: modest('10m', '96Mi', '256Mi'),
}

/** Datasources of other components. Prometheus is the default one already, and Grafana dies of a second. */
const additionalDataSources = (datasources: readonly CapabilityOf<'datasource'>[] = []) =>
  datasources.length === 0
    ? undefined
    : datasources.map(({ name, uid, type, url }) => ({ name, uid, type, url, access: 'proxy', isDefault: false }))
