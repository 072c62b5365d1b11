import type { HelmDefinition, Values } from '../fleet/component.ts'
import type { Placement } from '../plan/placement.ts'
import { at } from '../plan/values.ts'

/** A volume that a placement claims, or should claim. */
export interface ClaimedVolume {
  /** What claims it, for people: `loki (singleBinary.persistence)`. */
  readonly what: string
  readonly size: string | undefined
  readonly storageClass: string | undefined
}

/** The volumes of a placement: where a chart is told about them, and claims among plain objects. */
export const volumesOf = ({ name, definition, effective }: Placement): readonly ClaimedVolume[] => {
  if (effective.kind === 'helm') return chartVolumes(name, definition as HelmDefinition, effective.values)
  return effective.objects.flatMap((object) => {
    const specs =
      object.kind === 'PersistentVolumeClaim'
        ? [object.spec]
        : ((at(object, 'spec.volumeClaimTemplates') ?? []) as { spec?: unknown }[]).map(({ spec }) => spec)
    return specs.map((spec) => ({
      what: `${object.kind} ${object.metadata.name}`,
      size: asText(at(spec, 'resources.requests.storage')),
      storageClass: asText(at(spec, 'storageClassName')),
    }))
  })
}

const chartVolumes = (name: string, { volumes = [] }: HelmDefinition, values: Values): readonly ClaimedVolume[] =>
  volumes
    .filter(({ when }) => when === undefined || at(values, when) === true)
    .map(({ size, storageClass }) => ({
      what: `${name} (${size.split('.').slice(0, 2).join('.')})`,
      size: asText(at(values, size)),
      storageClass: asText(at(values, storageClass)),
    }))

const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
