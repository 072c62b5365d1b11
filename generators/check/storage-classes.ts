import { isRecord } from '../fleet/checks/check.ts'
import { at } from '../plan/values.ts'
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

/** A class that is named somewhere in values or an object. */
export interface NamedClass {
  readonly path: readonly string[]
  readonly name: string
}

/** Every class that is named in values or an object. Charts and objects alike do so under two keys. */
export const classesNamedIn = (value: unknown, path: readonly string[] = []): readonly NamedClass[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => classesNamedIn(one, [...path, String(index)]))
  if (!isRecord(value) || value.kind === 'PersistentVolume') return []
  return Object.entries(value).flatMap(([key, inner]): readonly NamedClass[] => {
    if (!/^storageClass(Name)?$/.test(key) || typeof inner !== 'string') return classesNamedIn(inner, [...path, key])
    return kubernetesName.test(inner) ? [{ path: [...path, key], name: inner }] : []
  })
}

/** What else is called a storage class, such as `STANDARD` of S3, has no name that Kubernetes would take; nor has `-`. */
const kubernetesName = /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/
