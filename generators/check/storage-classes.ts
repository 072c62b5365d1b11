import { at } from '../plan/values.ts'
import type { Leaf } from './leaves.ts'
import type { Shared, Subject } from './rule.ts'

/** The classes that a cluster has: what the fleet says, and what its own objects bring. */
export const classesOf = ({ cluster: { cluster, placements }, once }: Subject): readonly string[] => {
  const said = [cluster.environment.settings.storageClass, cluster.storageClass, ...cluster.storageClasses]
  const brought = placements.flatMap((placement) => once(placement, broughtBy))
  return [...said, ...brought].filter((name) => typeof name === 'string')
}

const broughtBy = ({ effective }: Shared): readonly unknown[] =>
  (effective.kind === 'helm' ? [] : effective.objects).flatMap(({ kind, metadata, spec }) => {
    if (kind === 'StorageClass') return [metadata.name]
    // A claim is bound to a volume that names the same class, whether the class exists or not.
    return kind === 'PersistentVolume' ? [at(spec, 'storageClassName')] : []
  })

/** Where a class is named. Charts and objects alike do so under two keys. */
export const namesClass = ({ key, value, within }: Leaf): boolean =>
  /^storageClass(Name)?$/.test(key) &&
  typeof value === 'string' &&
  kubernetesName.test(value) &&
  !within.some((one) => 'kind' in one && one.kind === 'PersistentVolume')

/** What else is called a storage class, such as `STANDARD` of S3, has no name that Kubernetes would take; nor has `-`. */
const kubernetesName = /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/
