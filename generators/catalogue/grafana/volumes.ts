import { dashboardFolder, parts, provisioning } from './provisioning.ts'

/** What both containers see: the one writes it, the other reads it. */
export const dashboardMount = { name: 'dashboards', mountPath: dashboardFolder }

export const temporaryMount = { name: 'tmp', mountPath: '/tmp' }

/** Grafana wants each kind of what it is provisioned with in a folder of its own. */
export const mounts = [
  ...Object.keys(parts).map((part) => ({
    name: `provisioned-${part}`,
    mountPath: `${provisioning}/${part}`,
    readOnly: true,
  })),
  { ...dashboardMount, readOnly: true },
  { name: 'data', mountPath: '/var/lib/grafana' },
  temporaryMount,
]

/** Nothing here outlives the Pod. */
export const volumes = (configMap: string) => [
  ...Object.entries(parts).map(([part, file]) => ({
    name: `provisioned-${part}`,
    configMap: { name: configMap, items: [{ key: file, path: file }] },
  })),
  ...[dashboardMount.name, 'data', temporaryMount.name].map((name) => ({ name, emptyDir: {} })),
]
