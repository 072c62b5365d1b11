import { isRecord } from '../fleet/checks/check.ts'
import type { VolumeValue } from '../fleet/component.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import type { HelmLayer, ManifestsLayer } from '../plan/layer.ts'
import type { Placement } from '../plan/placement.ts'
import { at } from '../plan/values.ts'
import { objectPlace, valuePlace } from '../plan/written-at.ts'
import type { Place } from '../problem.ts'

/** A volume that a placement claims, or should claim. */
export interface ClaimedVolume {
  /** What claims it, for people: `loki (singleBinary.persistence)`. */
  readonly what: string
  readonly size: string | undefined
  /** Undefined where nobody says, empty where it shall be no class at all. */
  readonly storageClass: string | undefined
  /** What keeps the volume away although it should be there: a path, as people write it. */
  readonly replacedBy?: string
  /** Where the fleet says so. */
  readonly places: Readonly<Record<'replacedBy' | 'size' | 'storageClass', Place>>
}

/** The volumes of a placement: where a chart is told about them, and claims among plain objects. */
export const volumesOf = (placement: Placement): readonly ClaimedVolume[] => {
  const { layer, definition, effective } = placement
  if (layer.kind === 'manifests') {
    const objects = effective.kind === 'manifests' ? effective.objects : []
    return objects.flatMap((object, index) => claimsOf(object, index, layer))
  }
  const volumes = definition.kind === 'helm' ? (definition.volumes ?? []) : []
  return volumes.flatMap((volume) => chartVolume(volume, placement, layer))
}

const chartVolume = (volume: VolumeValue, { name, effective, place }: Placement, layer: HelmLayer): ClaimedVolume[] => {
  const values = effective.kind === 'helm' ? effective.values : {}
  const size = text(at(values, volume.size))
  const storageClass = text(at(values, volume.storageClass))
  const isOn = volume.switch === undefined ? undefined : at(values, volume.switch)
  if (volume.optional && isOn !== true && size === undefined) return []
  const isOff = isOn === false || isOn === null
  const replacedBy = isOff ? volume.switch : volume.instead?.find((path) => (at(values, path) ?? null) !== null)
  const placeOf = (path: string): Place => valuePlace(layer, path.split('.'), place)
  return [
    {
      what: `${name} (${volume.size.replace(/\.(volumeClaimTemplate\..*|size)$/, '')})`,
      size: size === '' ? undefined : size,
      storageClass: storageClass === '' ? undefined : storageClass,
      ...(replacedBy === undefined ? {} : { replacedBy }),
      places: {
        size: placeOf(volume.size),
        storageClass: placeOf(volume.storageClass),
        replacedBy: placeOf(replacedBy ?? volume.size),
      },
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
    .map(([path, spec]) => {
      const placeOf = (...steps: readonly string[]): Place => objectPlace(layer, index, [...path, ...steps])
      return {
        what: `${object.kind} ${object.metadata.name}`,
        size: text(at(spec, 'resources.requests.storage')),
        storageClass: text(at(spec, 'storageClassName')),
        places: {
          size: placeOf('resources', 'requests', 'storage'),
          storageClass: placeOf('storageClassName'),
          replacedBy: placeOf(),
        },
      }
    })
}

/** YAML reads a size without a unit as a number. */
const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
