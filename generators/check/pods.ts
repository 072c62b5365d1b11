import { isRecord } from '../fleet/checks/check.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import { at } from '../plan/values.ts'

type Fields = Readonly<Record<string, unknown>>

/** What an object says of the Pods that it is or makes. */
export interface PodSpec {
  readonly spec: Fields
  /** Where it stands in the object. */
  readonly path: readonly string[]
}

const paths: Readonly<Record<string, string>> = {
  CronJob: 'spec.jobTemplate.spec.template.spec',
  DaemonSet: 'spec.template.spec',
  Deployment: 'spec.template.spec',
  Job: 'spec.template.spec',
  Pod: 'spec',
  ReplicaSet: 'spec.template.spec',
  StatefulSet: 'spec.template.spec',
}

export const podOf = (object: KubernetesObject): PodSpec | undefined => {
  const path = Object.hasOwn(paths, object.kind) ? paths[object.kind] : undefined
  const spec = path === undefined ? undefined : at(object, path)
  return path !== undefined && isRecord(spec) ? { spec, path: path.split('.') } : undefined
}

/** A container of a Pod, first or ordinary. */
export interface Container {
  readonly name: string
  readonly container: Fields
  /** Where it stands in the object. */
  readonly path: readonly string[]
}

export const containersOf = ({ spec, path }: PodSpec): readonly Container[] =>
  ['initContainers', 'containers'].flatMap((list) =>
    recordsIn(spec[list]).map(({ record, index }) => ({
      name: String(record.name),
      container: record,
      path: [...path, list, String(index)],
    })),
  )

/** The maps in a list, each with its index. What is no list has none. */
export const recordsIn = (list: unknown): readonly { readonly record: Fields; readonly index: number }[] =>
  Array.isArray(list) ? list.flatMap((record, index) => (isRecord(record) ? [{ record, index }] : [])) : []
