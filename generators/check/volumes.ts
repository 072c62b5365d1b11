import { isRecord } from '../fleet/checks/check.ts'
import type { Values, VolumeValue } from '../fleet/component.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import type { HelmLayer, ManifestsLayer } from '../plan/layer.ts'
import { at } from '../plan/values.ts'
import { objectPlace, valuePlace } from '../plan/written-at.ts'
import type { Place } from '../problem.ts'
import type { Shared } from './rule.ts'

/** A volume that a placement claims, or should claim. */
export interface ClaimedVolume {
  /** What claims it, for people: `loki (singleBinary.persistence)`. */
  readonly what: string
  readonly size: string | undefined
  /** Undefined where nobody says, empty where it shall be no class at all. */
  readonly storageClass: string | undefined
  /** What keeps the volume away although it should be there: a path, as people write it. */
  readonly replacedBy?: string
  /** Where the fleet says so; where it says nothing, as given. Looked for only when it matters. */
  readonly placeOf: (what: 'replacedBy' | 'size' | 'storageClass', otherwise: Place) => Place
}

/** The volumes of a placement: where a chart is told about them, and claims among plain objects. */
export const volumesOf = ({ layer, definition, effective }: Shared): readonly ClaimedVolume[] => {
  if (layer.kind === 'manifests') {
    const objects = effective.kind === 'manifests' ? effective.objects : []
    return objects.flatMap((object, index) => claimsOf(object, index, layer))
  }
  const volumes = definition.kind === 'helm' ? (definition.volumes ?? []) : []
  const values = effective.kind === 'helm' ? effective.values : {}
  return volumes.flatMap((volume) => chartVolume(volume, values, layer))
}

const chartVolume = (volume: VolumeValue, values: Values, layer: HelmLayer): readonly ClaimedVolume[] => {
  const size = text(at(values, volume.size))
  const storageClass = text(at(values, volume.storageClass))
  const isOn = volume.switch === undefined ? undefined : at(values, volume.switch)
  if (volume.optional && isOn !== true && size === undefined) return []
  const isOff = isOn === false || isOn === null
  const replacedBy = isOff ? volume.switch : volume.instead?.find((path) => (at(values, path) ?? null) !== null)
  const paths = { size: volume.size, storageClass: volume.storageClass, replacedBy: replacedBy ?? volume.size }
  return [
    {
      what: `${layer.name} (${volume.size.replace(/\.(volumeClaimTemplate\..*|size)$/, '')})`,
      size: size === '' ? undefined : size,
      storageClass: storageClass === '' ? undefined : storageClass,
      ...(replacedBy === undefined ? {} : { replacedBy }),
      placeOf: (what, otherwise) => valuePlace(layer, paths[what].split('.'), otherwise),
    },
  ]
}

const claimsOf = (object: KubernetesObject, index: number, layer: ManifestsLayer): readonly ClaimedVolume[] => {
  const templates = at(object, 'spec.volumeClaimTemplates')
  const specs =
    object.kind === 'PersistentVolumeClaim'
      ? [[['spec'], object.spec] as const]
      : (Array.isArray(templates) ? templates : []).map(
          (one, position) => [['spec', 'volumeClaimTemplates', String(position), 'spec'], at(one, 'spec')] as const,
        )
  return specs
    .filter(([, spec]) => isRecord(spec) && isRecord(spec.resources))
    .map(([path, spec]) => ({
      what: `${object.kind} ${object.metadata.name}`,
      size: text(at(spec, claimPaths.size.join('.'))),
      storageClass: text(at(spec, claimPaths.storageClass.join('.'))),
      placeOf: (what) => objectPlace(layer, index, [...path, ...claimPaths[what]]),
    }))
}

const claimPaths = {
  size: ['resources', 'requests', 'storage'],
  storageClass: ['storageClassName'],
  replacedBy: [],
}

/** YAML reads a size without a unit as a number. */
const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
