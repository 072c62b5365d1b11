import { type KubernetesObject, objectName } from '../kubernetes-object.ts'
import type { Problem } from '../problem.ts'
import type { BuiltFolder } from './built-folder.ts'
import { dataOf } from './config-map.ts'
import { chartReference, referred, valuesReferences } from './release-references.ts'

/** HelmReleases that name a chart or a file of values which their own folder does not bring. */
export const brokenReferences = ({ folder, place, objects }: BuiltFolder): readonly Problem[] =>
  objects
    .filter(({ kind }) => kind === 'HelmRelease')
    .flatMap((release) => [...missingSource(release, objects), ...missingValues(release, objects)])
    .map((reason) => ({
      rule: 'reference-exists',
      place,
      reason: `${folder}: ${reason}`,
      fix: 'render the tree again',
    }))

const missingSource = (release: KubernetesObject, objects: readonly KubernetesObject[]): readonly string[] => {
  const source = chartReference(release)
  if (source === undefined) return [`${objectName(release)} names no chart`]
  return referred(source, objects) === undefined
    ? [`${objectName(release)} takes its chart from ${source.kind} ${source.name}, which is not there`]
    : []
}

const missingValues = (release: KubernetesObject, objects: readonly KubernetesObject[]): readonly string[] =>
  valuesReferences(release).flatMap((reference) => {
    const { kind, name, valuesKey } = reference
    const source = referred(reference, objects)
    return source !== undefined && Object.hasOwn(dataOf(source), valuesKey)
      ? []
      : [`${objectName(release)} reads ${valuesKey} of ${kind} ${name}, which is not there`]
  })
