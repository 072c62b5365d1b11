import type { IPersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim'
import type { IVolume } from 'kubernetes-models/v1/Volume'
import { selectorLabels } from './labels.ts'

export interface ClaimSize {
  /** A Kubernetes quantity. */
  readonly size?: string
  /** Default: the cluster's default class. */
  readonly storageClass?: string
}

/** A volume for one Pod, which outlives it. */
export const persistentVolumeClaim = (name: string, claim: ClaimSize) =>
  ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, labels: selectorLabels(name) },
    spec: claimSpec(claim),
  }) satisfies IPersistentVolumeClaim

/** The volume by which a Pod mounts such a claim. */
export const claimVolume = (name: string, claimName: string) =>
  ({ name, persistentVolumeClaim: { claimName } }) satisfies IVolume

/** What is claimed, whether by name or from a StatefulSet's template. */
export const claimSpec = ({ size, storageClass }: ClaimSize) => ({
  accessModes: ['ReadWriteOnce' as const],
  storageClassName: storageClass,
  resources: { requests: size === undefined ? undefined : { storage: size } },
})
