import type { CapabilityOf } from '../../fleet/capability.ts'
import { dashboardsFile, datasourcesFile } from '../../objects/grafana/provisioning.ts'
import type { Files } from '../../objects/kubernetes/config-map.ts'
import { toYaml } from '../../output/yaml/emit.ts'

/** The folder that the image is provisioned from at its start. */
export const provisioning = '/etc/grafana/provisioning'

/** Where the dashboards are, which come and go while it runs. */
export const dashboardFolder = '/var/lib/dashboards'

/** The files, each by the part of the folder that it belongs into. */
export const parts = { datasources: 'datasources.yaml', dashboards: 'dashboards.yaml' } as const

/** What Grafana is provisioned with. */
export const grafanaFiles = (datasources: readonly CapabilityOf<'datasource'>[]): Files => ({
  [parts.datasources]: toYaml(datasourcesFile(datasources)),
  [parts.dashboards]: toYaml(dashboardsFile(dashboardFolder)),
})
