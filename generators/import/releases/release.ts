import type { Values } from '../../fleet/component.ts'
import { at } from '../../plan/values.ts'
import type { Delivered, Owner } from '../clusters/reconcile.ts'
import { mapsIn, textOr } from '../kustomize/lists.ts'
import type { Resource } from '../kustomize/resource.ts'
import type { Note, Origin } from '../note.ts'
import { chartSource } from './chart-source.ts'
import { pinnedVersion } from './pinned-version.ts'
import { releaseNotes } from './release-notes.ts'
import { releaseValues } from './release-values.ts'

/** A Helm release of one cluster, as the cluster gets it. */
export interface ImportedRelease {
  /** Its HelmRelease, as `namespace/name`: by that others wait for it. */
  readonly key: string
  /** What Helm calls it. */
  readonly name: string
  /** Where it is installed. */
  readonly namespace: string
  readonly chart: { readonly name: string; readonly url: string; readonly version: string }
  readonly values: Values
  readonly timeout?: string
  /** Keys of the HelmReleases that it waits for. */
  readonly dependsOn: readonly string[]
  readonly owner: Owner
  readonly origin: Origin
  /** ConfigMaps that hold its values, as `namespace/name`. */
  readonly valuesFrom: readonly string[]
}

/** Reads a HelmRelease together with all that it names. One without a chart that a fleet could take is told. */
export const importedRelease = (
  delivered: Delivered,
  resources: readonly Resource[],
  catalogued: (chart: string) => string | undefined,
  notes: Note[],
): ImportedRelease | undefined => {
  const { object, origin, owner } = delivered
  const home = object.metadata.namespace ?? 'default'
  const spec = (path: string) => at(object.spec, path)
  const namespace = textOr(spec('targetNamespace'), home)
  const name = textOr(
    spec('releaseName'),
    spec('targetNamespace') === undefined ? object.metadata.name : `${namespace}-${object.metadata.name}`,
  )
  const source = chartSource(delivered, resources)
  const what = `HelmRelease ${home}/${object.metadata.name}`
  if (spec('kubeConfig') !== undefined || 'why' in source) {
    const why = 'why' in source ? source.why : 'is installed in another cluster, by a kubeConfig'
    notes.push({
      kind: 'skipped',
      origin,
      what,
      why,
      fix: 'publish the chart, or write its objects down as manifests({ … })',
    })
    return undefined
  }
  const { version, range } = pinnedVersion(source.version, catalogued(source.name))
  const { values, missing, read } = releaseValues(delivered, resources)
  notes.push(
    ...releaseNotes({ object, origin, what, component: `${namespace}/${name}`, version, range, missing, source }),
  )
  const timeout = textOr(spec('install.timeout') ?? spec('timeout'), '')
  return {
    key: `${home}/${object.metadata.name}`,
    name,
    namespace,
    chart: { name: source.name, url: source.url, version },
    values,
    ...(/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(timeout) ? { timeout } : {}),
    dependsOn: mapsIn(spec('dependsOn')).map((one) => `${textOr(one.namespace, home)}/${textOr(one.name, '')}`),
    owner,
    origin,
    valuesFrom: read,
  }
}
