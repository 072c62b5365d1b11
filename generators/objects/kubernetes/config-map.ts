import { createHash } from 'node:crypto'
import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap'
import type { IVolume } from 'kubernetes-models/v1/Volume'
import { selectorLabels } from './labels.ts'

/** Files by their names. */
export type Files = Readonly<Record<string, string>>

/** Files for the Pods of a workload. */
export const configMap = (name: string, files: Files) =>
  ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, labels: selectorLabels(name) },
    data: { ...files },
  }) satisfies IConfigMap

/** The volume by which Pods mount such files. */
export const configVolume = (name: string, configMap: string) =>
  ({ name, configMap: { name: configMap } }) satisfies IVolume

/**
 * An annotation for Pods that read files at their start alone: it changes with the files, and so replaces the Pods. The
 * ConfigMap keeps its name, so that a layer below patches it instead of bringing another.
 */
export const restartedBy = (files: Files): Readonly<Record<string, string>> => ({
  'fleetwright.dev/config-hash': createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16),
})
