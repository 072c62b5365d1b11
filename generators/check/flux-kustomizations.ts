import { isRecord } from '../fleet/checks/check.ts'
import { bootstrapSource, folderAt } from '../objects/flux/kustomization.ts'
import type { Placement } from '../plan/placement.ts'
import { objectsOf, type PlacedObject } from './objects.ts'

/** A Flux Kustomization that a person wrote, beside those that are rendered of each component. */
export interface OwnKustomization extends PlacedObject {
  readonly spec: Readonly<Record<string, unknown>>
  readonly name: string
  readonly namespace: string
  /** The folder that it builds, from the root of this repository; undefined where it builds another one. */
  readonly folder?: string
}

export const ownKustomizations = (placements: readonly Placement[]): readonly OwnKustomization[] =>
  placements.flatMap((placement) =>
    objectsOf(placement).flatMap((placed): readonly OwnKustomization[] => {
      const { apiVersion, kind, metadata, spec } = placed.object
      if (!apiVersion.startsWith('kustomize.toolkit.fluxcd.io/') || kind !== 'Kustomization' || !isRecord(spec))
        return []
      const folder = folderOf(spec)
      const common = { ...placed, spec, name: metadata.name, namespace: placement.namespace.name }
      return [folder === undefined ? common : { ...common, folder }]
    }),
  )

const folderOf = ({ path = '', sourceRef }: Readonly<Record<string, unknown>>): string | undefined => {
  if (!isRecord(sourceRef) || sourceRef.kind !== bootstrapSource.kind || sourceRef.name !== bootstrapSource.name) {
    return undefined
  }
  return folderAt(String(path))
}
