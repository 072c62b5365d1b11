import { type KubernetesObject, objectName } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { list, record } from './shape.ts'

/** The Pods of a workload, as far as a collector depends on them. */
export interface CollectorPod {
  /** `StatefulSet observability-hub/otel-gateway`. */
  readonly workload: string
  readonly kind: string
  /** The one that the configuration is mounted into, or the first. */
  readonly container: Fields
  readonly spec: Fields
  /** The claims that each Pod gets. */
  readonly claims: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

/** A folder of the collector, and what it lies on. */
export interface Mount {
  readonly volume: string
  readonly kind: 'claim' | 'empty-dir' | 'host-path' | 'other'
  readonly path: string
  readonly readOnly: boolean
}

/** The Pods of a workload that mount a ConfigMap, or undefined for any other object. */
export const collectorPod = (workload: KubernetesObject, configMap?: string): CollectorPod | undefined => {
  const spec = record(at(workload, 'spec.template.spec'))
  const containers = list(spec.containers)
  const holding = list(spec.volumes).filter((volume) => at(volume, 'configMap.name') === configMap)
  if (containers[0] === undefined || (configMap !== undefined && holding.length === 0)) return undefined
  const mounts = (container: Fields): boolean =>
    list(container.volumeMounts).some(({ name }) => holding.some((volume) => volume.name === name))
  return {
    workload: objectName(workload),
    kind: workload.kind,
    container: containers.find(mounts) ?? containers[0],
    spec,
    claims: list(at(workload, 'spec.volumeClaimTemplates')).map((claim) => String(at(claim, 'metadata.name'))),
  }
}

/** What a folder lies on: the mount nearest above it. Undefined: the container's own file system. */
export const mountOf = ({ container, spec, claims }: CollectorPod, folder: string): Mount | undefined => {
  const [nearest] = list(container.volumeMounts)
    .filter(({ mountPath }) => `${folder}/`.startsWith(`${String(mountPath).replace(/\/$/, '')}/`))
    .sort((one, other) => String(other.mountPath).length - String(one.mountPath).length)
  if (nearest === undefined) return undefined
  const volume = list(spec.volumes).find(({ name }) => name === nearest.name)
  return {
    volume: String(nearest.name),
    kind: claims.includes(String(nearest.name)) ? 'claim' : kindOf(volume ?? {}),
    path: String(nearest.mountPath).replace(/\/$/, ''),
    readOnly: nearest.readOnly === true,
  }
}

const kindOf = (volume: Fields): Mount['kind'] => {
  if (volume.persistentVolumeClaim !== undefined) return 'claim'
  if (volume.emptyDir !== undefined) return 'empty-dir'
  return volume.hostPath === undefined ? 'other' : 'host-path'
}

/** What a text is in a Pod: `${env:NAME}` is what the container says of it in so many words. What it does not say stays. */
export const inEnvironment = (text: string, pod: CollectorPod | undefined): string =>
  text.replaceAll(/\$\{(?:env:)?(\w+)\}/g, (reference, variable: string) => {
    const { value } = list(pod?.container.env).find(({ name }) => name === variable) ?? {}
    return typeof value === 'string' ? value : reference
  })

/** The field of the Pod that a variable of the container is taken from: `status.hostIP`. */
export const fieldOf = ({ container }: CollectorPod, variable: string): unknown =>
  at(
    list(container.env).find(({ name }) => name === variable),
    'valueFrom.fieldRef.fieldPath',
  )
