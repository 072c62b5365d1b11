import { stringify } from 'yaml'
import { type KubernetesObject, objectName } from '../../kubernetes-object.ts'
import type { ChartVersion } from '../../output/helm.ts'
import { at } from '../../plan/values.ts'
import { type BuiltFolder, from } from '../built-folder.ts'
import { dataOf } from '../config-map.ts'
import { chartReference, referred, valuesReferences } from '../release-references.ts'
import type { Release } from './release.ts'

/** The releases that Flux makes of a folder. What a release lacks there is told elsewhere, and is no release here. */
export const fluxReleases = (built: BuiltFolder): readonly Release[] =>
  built.objects
    .filter(({ apiVersion, kind }) => apiVersion.startsWith('helm.toolkit.fluxcd.io/') && kind === 'HelmRelease')
    .flatMap((release) => {
      const chart = chartOf(release, built.objects)
      if (chart === undefined) return []
      const { releaseName, targetNamespace, values } = release.spec as ReleaseSpec
      const { name, namespace = 'default' } = release.metadata
      return [
        {
          name: releaseName ?? (targetNamespace === undefined ? name : `${targetNamespace}-${name}`),
          namespace: targetNamespace ?? namespace,
          chart,
          values: [...valuesOf(release, built.objects), ...(values === undefined ? [] : [stringify(values)])],
          about: from(objectName(release), built),
          place: built.place,
        },
      ]
    })

interface ReleaseSpec {
  readonly releaseName?: string
  readonly targetNamespace?: string
  readonly values?: object
}

const chartOf = (release: KubernetesObject, objects: readonly KubernetesObject[]): ChartVersion | undefined => {
  const source = referred(chartReference(release) ?? {}, objects)
  const url = at(source, 'spec.url')
  const tag = at(source, 'spec.ref.tag')
  const chart = at(release, 'spec.chart.spec.chart')
  const version = at(release, 'spec.chart.spec.version')
  if (typeof url !== 'string') return undefined
  if (source?.kind === 'OCIRepository' && typeof tag === 'string') {
    return { name: url.slice(url.lastIndexOf('/') + 1), version: tag, url }
  }
  if (typeof chart !== 'string' || typeof version !== 'string') return undefined
  return { name: chart, version, url: url.startsWith('oci://') ? `${url}/${chart}` : url }
}

/** Flux reads Secrets too; what is in those, nobody knows here. */
const valuesOf = (release: KubernetesObject, objects: readonly KubernetesObject[]): readonly string[] =>
  valuesReferences(release).flatMap((reference) => {
    const source = referred(reference, objects)
    const text = source?.kind === 'ConfigMap' ? dataOf(source)[reference.valuesKey] : undefined
    return text === undefined ? [] : [text]
  })
