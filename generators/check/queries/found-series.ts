import type { KnownSeries } from '../../metrics/exporters.ts'

/** A series that exists in a cluster. */
export interface FoundSeries {
  /** Every label that it can have. Undefined: not all are known. */
  readonly labels: ReadonlySet<string> | undefined
}

/** Where the exporter and Prometheus set the same label, the exporter's is kept by another name. */
export const withLabels = ({ labels }: KnownSeries, added: readonly string[]): FoundSeries => ({
  labels:
    labels === undefined
      ? undefined
      : new Set([
          ...labels,
          ...added,
          ...labels.flatMap((label) => (added.includes(label) ? [`exported_${label}`] : [])),
        ]),
})

/** One series from several origins; of one from nowhere that is known, nothing is. */
export const together = (found: readonly FoundSeries[]): FoundSeries => {
  const labels = new Set<string>()
  for (const one of found) {
    if (one.labels === undefined) return one
    for (const label of one.labels) labels.add(label)
  }
  return { labels: found.length === 0 ? undefined : labels }
}
