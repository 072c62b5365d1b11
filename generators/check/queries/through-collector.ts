import type { Exporter, KnownSeries } from '../../metrics/exporters.ts'

const suffix = '_total'

/**
 * An exporter as its series arrive that a collector scrapes. They pass through OpenTelemetry, which knows a counter as
 * such and no suffix of its name; Prometheus's names for what it gets end with `_total`, whatever the exporter said.
 */
export const throughCollector = (exporter: Exporter): Exporter => ({
  ...exporter,
  find: (series) => asItIs(exporter, series) ?? renamed(exporter, series),
  names: () =>
    exporter.names().map((name) => (exporter.find(name)?.counter && !isSuffixed(name) ? `${name}${suffix}` : name)),
})

const isSuffixed = (name: string): boolean => name.endsWith(suffix)

const asItIs = (exporter: Exporter, series: string): KnownSeries | undefined => {
  const found = exporter.find(series)
  return found?.counter && !isSuffixed(series) ? undefined : found
}

const renamed = (exporter: Exporter, series: string): KnownSeries | undefined => {
  const name = isSuffixed(series) ? series.slice(0, -suffix.length) : ''
  const found = isSuffixed(name) ? undefined : exporter.find(name)
  return found?.counter ? found : undefined
}
