import type { CapabilityOf } from '../../fleet/capability.ts'
import { linked } from './linked-datasources.ts'

/** The annotation of a dashboard's ConfigMap by which it goes into a folder of that name. */
export const folderAnnotation = 'grafana_folder'

/**
 * The datasources that Grafana makes at its start, each linked to the others. The first Prometheus is what a panel asks that names none: Grafana
 * dies of a second default. Those that are no longer here are removed.
 */
export const datasourcesFile = (datasources: readonly CapabilityOf<'datasource'>[]) => {
  const first = datasources.findIndex(({ type }) => type === 'prometheus')
  return {
    apiVersion: 1,
    prune: true,
    datasources: linked(datasources).map(({ name, uid, type, url, jsonData }, index) => ({
      name,
      uid,
      type,
      url,
      access: 'proxy',
      isDefault: index === first,
      editable: false,
      ...(jsonData === undefined ? {} : { jsonData }),
    })),
  }
}

/** Has Grafana read every dashboard below a folder, and again when its files change. */
export const dashboardsFile = (folder: string) => ({
  apiVersion: 1,
  providers: [
    {
      name: 'dashboards',
      type: 'file',
      // The files are the truth: what people change would be lost.
      allowUiUpdates: false,
      disableDeletion: false,
      updateIntervalSeconds: 30,
      options: { path: folder, foldersFromFilesStructure: true },
    },
  ],
})
