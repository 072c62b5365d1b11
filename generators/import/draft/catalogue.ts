import semver from 'semver'
import { type HelmDefinition, isDefinition } from '../../fleet/component.ts'

/** A Helm component that a fleet has a word for. */
export interface CatalogueRelease {
  /** `kubePrometheusStack` */
  readonly word: string
  readonly definition: HelmDefinition
}

/** The Helm components among the words of a fleet, by their chart. */
export const releasesOf = (words: Readonly<Record<string, unknown>>): ReadonlyMap<string, CatalogueRelease> =>
  new Map(
    Object.entries(words).flatMap(([word, value]) => {
      const { definition } = value as { readonly definition?: unknown }
      if (!isDefinition(definition) || definition.kind !== 'helm') return []
      return [[definition.chart.name, { word, definition }] as const]
    }),
  )

/** Where charts of the catalogue are published as well. */
const alsoAt: Readonly<Record<string, readonly string[]>> = {
  alloy: ['https://grafana.github.io/helm-charts'],
  'cert-manager': ['https://charts.jetstack.io'],
  cilium: ['https://helm.cilium.io'],
  'kube-prometheus-stack': ['https://prometheus-community.github.io/helm-charts'],
  loki: ['https://grafana-community.github.io/helm-charts'],
  'prometheus-operator-crds': ['https://prometheus-community.github.io/helm-charts'],
  promtail: ['https://grafana.github.io/helm-charts'],
  tempo: ['https://grafana-community.github.io/helm-charts'],
}

/** Why a chart is not the one that the catalogue has a component for; undefined when it is. */
export const otherThan = (
  { definition }: CatalogueRelease,
  { url, version }: { readonly url: string; readonly version: string },
): string | undefined => {
  const { chart } = definition
  if (url !== chart.url && !(alsoAt[chart.name] ?? []).includes(url))
    return `comes from ${url}, and not from ${chart.url}`
  // Keys of values move from one major version to the next, and before the first with each minor one.
  const range = `^${semver.major(chart.version)}.${semver.major(chart.version) === 0 ? semver.minor(chart.version) : 0}.0`
  return semver.satisfies(version, range, { includePrerelease: true })
    ? undefined
    : `is of version ${version}, whose values may be others than those of ${chart.version}`
}
