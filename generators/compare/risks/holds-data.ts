import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'

/** What becomes of the data when an object is deleted: `deleted` too, or left where nobody looks after it. */
export type Fate = 'deleted' | 'left'

/** Whether an object holds data, and what becomes of that with it. Undefined: it holds none. */
export const dataOf = (object: KubernetesObject): Fate | undefined => {
  const { apiVersion, kind, spec } = object
  if (apiVersion === 'v1' && kind === 'PersistentVolumeClaim') return 'deleted'
  if (apiVersion === 'v1' && kind === 'PersistentVolume') {
    return at(spec, 'persistentVolumeReclaimPolicy') === 'Delete' ? 'deleted' : 'left'
  }
  if (apiVersion === 'apps/v1' && kind === 'StatefulSet') {
    const templates = at(spec, 'volumeClaimTemplates')
    if (!Array.isArray(templates) || templates.length === 0) return undefined
    return at(spec, 'persistentVolumeClaimRetentionPolicy.whenDeleted') === 'Delete' ? 'deleted' : 'left'
  }
  const [fate, path] = byOperator[`${apiVersion.split('/')[0]}/${kind}`] ?? []
  return path === undefined || at(spec, path) !== undefined ? fate : undefined
}

/** What operators do with the claims that they made, and where an object asks for them. */
const byOperator: Readonly<Record<string, readonly [fate: Fate, asks?: string]>> = {
  'monitoring.coreos.com/Alertmanager': ['left', 'storage.volumeClaimTemplate'],
  'monitoring.coreos.com/Prometheus': ['left', 'storage.volumeClaimTemplate'],
  'monitoring.coreos.com/ThanosRuler': ['left', 'storage.volumeClaimTemplate'],
  'postgresql.cnpg.io/Cluster': ['deleted'],
  'minio.min.io/Tenant': ['left'],
  'snapshot.storage.k8s.io/VolumeSnapshot': ['deleted'],
}
