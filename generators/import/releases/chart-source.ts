import { at } from '../../plan/values.ts'
import { mapOr, textOr } from '../kustomize/lists.ts'
import type { Resource } from '../kustomize/resource.ts'

/** Where a release takes its chart from, as it is written. */
export interface ChartSource {
  readonly name: string
  /** As `Chart` has it: an OCI repository with the chart's name, or an HTTP one. */
  readonly url: string
  /** A version or a range; undefined for any. */
  readonly version?: string
  /** It is told by the digest of the chart. */
  readonly digest?: string
}

/** The chart of a release, or why there is none: continues "HelmRelease podinfo …". */
export const chartSource = (
  { object }: Resource,
  resources: readonly Resource[],
): ChartSource | { readonly why: string } => {
  const namespace = object.metadata.namespace ?? 'default'
  const find = (reference: unknown): Resource | undefined => {
    const { kind, name, namespace: other } = mapOr(reference)
    const named = resources.filter((one) => one.object.kind === kind && one.object.metadata.name === name)
    return named.find((one) => one.object.metadata.namespace === textOr(other, namespace)) ?? named[0]
  }
  const reference = mapOr(at(object.spec, 'chartRef'))
  const said = at(object.spec, 'chartRef') === undefined ? at(object.spec, 'chart.spec') : undefined
  if (said !== undefined) return fromRepository(mapOr(said), find)
  const found = find(reference)
  if (found === undefined) return { why: `takes its chart from ${nameOf(reference)}, which is not in this folder` }
  if (found.object.kind === 'OCIRepository') return fromOci(mapOr(found.object.spec))
  return found.object.kind === 'HelmChart'
    ? fromRepository(mapOr(found.object.spec), find)
    : { why: `takes its chart from ${nameOf(reference)}, which is no repository of charts` }
}

const nameOf = ({ kind, name }: Readonly<Record<string, unknown>>): string =>
  `${textOr(kind, 'a source')} ${textOr(name, '')}`

const fromOci = (spec: Readonly<Record<string, unknown>>): ChartSource => {
  const url = textOr(spec.url, '').replace(/\/$/, '')
  const { tag, semver, digest } = mapOr(spec.ref)
  return {
    name: url.split('/').at(-1) ?? '',
    url,
    ...(typeof semver === 'string' ? { version: semver } : typeof tag === 'string' ? { version: tag } : {}),
    ...(typeof digest === 'string' ? { digest } : {}),
  }
}

const fromRepository = (
  { chart, version, sourceRef }: Readonly<Record<string, unknown>>,
  find: (reference: unknown) => Resource | undefined,
): ChartSource | { readonly why: string } => {
  const reference = mapOr(sourceRef)
  if (reference.kind !== 'HelmRepository') {
    return {
      why: `takes its chart from the folder ${textOr(chart, '')} of ${nameOf(reference)}, and a fleet takes charts from where they are published`,
    }
  }
  const spec = mapOr(find(reference)?.object.spec)
  const url = textOr(spec.url, '').replace(/\/$/, '')
  if (url === '') return { why: `takes its chart from ${nameOf(reference)}, which is not in this folder` }
  const name = textOr(chart, '').replace(/^\.\//, '')
  // A number is what YAML makes of a version of two parts.
  const said = version === undefined || version === null ? {} : { version: String(version) }
  return { name, url: url.startsWith('oci://') ? `${url}/${name}` : url, ...said }
}
