import { helmRelease, manifests } from '../../../generators/fleetwright.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'

type Fields = Readonly<Record<string, unknown>>

/** An application of plain objects, called `app`. */
export const app = (...objects: readonly KubernetesObject[]) => manifests({ name: 'app', objects })

const chart = { url: 'oci://registry.example/charts/web', version: '1.0.0' }

/** A chart of one's own, called `web`. */
export const web = helmRelease({ name: 'web', chart })

/** The same, which is told these values wherever it stands. */
export const webWith = (values: Fields) => helmRelease({ name: 'web', chart, values })

export const object = (apiVersion: string, kind: string, name: string, rest: Fields = {}): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name },
  ...rest,
})

/** The fields of a Pod's only container, and those of the Pod around it. */
export interface Told {
  readonly container?: Fields
  readonly pod?: Fields
}

/** A Deployment `web` of one good container, with whatever else is said of it. */
export const deployment = ({ container = {}, pod = {} }: Told = {}): KubernetesObject =>
  object('apps/v1', 'Deployment', 'web', { spec: { ...template({ container, pod }) } })

/** A StatefulSet `db` that claims a volume. */
export const statefulSet = ({ container = {}, pod = {}, ...spec }: Told & Fields = {}): KubernetesObject =>
  object('apps/v1', 'StatefulSet', 'db', {
    spec: {
      serviceName: 'db',
      ...template({ container, pod }),
      volumeClaimTemplates: [claimTemplate('10Gi')],
      ...spec,
    },
  })

export const claimTemplate = (storage: string) => ({ metadata: { name: 'data' }, spec: claimSpec(storage) })

const claimSpec = (storage: string, storageClassName = 'local-path') => ({
  accessModes: ['ReadWriteOnce'],
  storageClassName,
  resources: { requests: { storage } },
})

/** A claim `data`. */
export const claim = (storage: string, storageClass?: string): KubernetesObject =>
  object('v1', 'PersistentVolumeClaim', 'data', { spec: claimSpec(storage, storageClass) })

const template = ({ container, pod }: Told) => ({
  selector: { matchLabels: { app: 'web' } },
  template: {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', image: 'registry.example/web:1.2.3', ...container }], ...pod },
  },
})
