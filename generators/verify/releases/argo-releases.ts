import { stringify } from 'yaml'
import { type KubernetesObject, objectName } from '../../kubernetes-object.ts'
import { fromAnnotation } from '../../objects/from-annotation.ts'
import type { TreeReader } from '../../output/tree-reader.ts'
import { at } from '../../plan/values.ts'
import type { Place, Problem } from '../../problem.ts'
import { isApplication, type Source, sourcesOf } from '../argo-application.ts'
import type { Release } from './release.ts'

/** The releases that Argo CD makes of Applications, and files of values that they name and nobody has. */
export const argoReleases = (
  objects: readonly KubernetesObject[],
  tree: TreeReader,
): { readonly releases: readonly Release[]; readonly problems: readonly Problem[] } => {
  const found = objects
    .filter(isApplication)
    .flatMap((application) =>
      sourcesOf(application).flatMap((source) =>
        source.chart === undefined ? [] : [{ application, source, chart: source.chart }],
      ),
    )
  return {
    releases: found.map(({ application, source, chart }) => ({
      name: source.helm?.releaseName ?? application.metadata.name,
      namespace: String(at(application, 'spec.destination.namespace') ?? 'default'),
      chart: { name: chart, version: source.targetRevision ?? '', url: addressOf(source.repoURL, chart) },
      values: valuesOf(source, tree),
      about: objectName(application),
      place: placeOf(application),
    })),
    problems: found.flatMap(({ application, source }) =>
      valuesFilesOf(source)
        .filter((file) => !tree.isFile(file))
        .map((file) => ({
          rule: 'reference-exists',
          place: placeOf(application),
          reason: `${objectName(application)} reads ${file}, which is not there`,
          fix: 'render the tree again',
        })),
    ),
  }
}

/** Argo CD takes an address without a scheme for a registry. */
const addressOf = (repoURL: string, chart: string): string =>
  repoURL.includes('://') ? repoURL : `oci://${repoURL}/${chart}`

const placeOf = ({ metadata: { annotations = {} } }: KubernetesObject): Place =>
  annotations[fromAnnotation]?.split('.') ?? []

/** Files of values in this repository, from its root. */
export const valuesFilesOf = ({ helm }: Source): readonly string[] =>
  (helm?.valueFiles ?? []).flatMap((file) => (file.startsWith('$values/') ? [file.slice('$values/'.length)] : []))

/** In Argo CD's order: the files, the text, the object. */
const valuesOf = (source: Source, tree: TreeReader): readonly string[] => {
  const { values, valuesObject } = source.helm ?? {}
  return [
    ...valuesFilesOf(source)
      .filter((file) => tree.isFile(file))
      .map((file) => tree.text(file)),
    ...(values === undefined ? [] : [values]),
    ...(valuesObject === undefined ? [] : [stringify(valuesObject)]),
  ]
}
