import type { KubernetesObject } from '../kubernetes-object.ts'
import { objectName } from '../kubernetes-object.ts'
import { at } from '../plan/values.ts'
import type { Problem } from '../problem.ts'
import type { BuiltFolder } from './built-folder.ts'

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

interface Reference {
  readonly kind?: string
  readonly name?: string
  readonly valuesKey?: string
}

const named = ({ kind, name }: Reference, objects: readonly KubernetesObject[]): KubernetesObject | undefined =>
  objects.find((one) => one.kind === kind && one.metadata.name === name)

const missingSource = (release: KubernetesObject, objects: readonly KubernetesObject[]): readonly string[] => {
  const source = (at(release, 'spec.chartRef') ?? at(release, 'spec.chart.spec.sourceRef')) as Reference | undefined
  if (source === undefined) return [`${objectName(release)} names no chart`]
  return named(source, objects) === undefined
    ? [`${objectName(release)} takes its chart from ${source.kind} ${source.name}, which is not there`]
    : []
}

const missingValues = (release: KubernetesObject, objects: readonly KubernetesObject[]): readonly string[] =>
  ((at(release, 'spec.valuesFrom') ?? []) as readonly Reference[]).flatMap((reference) => {
    const data = (named(reference, objects)?.data ?? {}) as object
    const key = reference.valuesKey ?? 'values.yaml'
    return Object.hasOwn(data, key)
      ? []
      : [`${objectName(release)} reads ${key} of ${reference.kind} ${reference.name}, which is not there`]
  })
