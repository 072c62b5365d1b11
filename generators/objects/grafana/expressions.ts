/** PromQL as panels ask it: over the interval that Grafana draws at, and with a number where there is no data. */

/** Series of a metric that match; of no metric, as Loki selects streams. */
export const selector = (metric: string, ...matchers: readonly string[]): string => `${metric}{${matchers.join(', ')}}`

/** How much a counter grows in a second. */
export const perSecond = (series: string): string => `rate(${series}[$__rate_interval])`

/** How much a counter grows from one point of a line to the next. */
export const growth = (series: string): string => `increase(${series}[$__rate_interval])`

export const sumBy = (labels: string, what: string): string => `sum by (${labels}) (${what})`

export const maxBy = (labels: string, what: string): string => `max by (${labels}) (${what})`

/** How many there are: 0 where there are none, which otherwise would be shown as no data. */
export const count = (what: string): string => `count(${what}) or vector(0)`

export const total = (what: string): string => `sum(${what}) or vector(0)`

/** A quantile of a histogram, of each of these labels. */
export const quantile = (which: number, buckets: string, ...labels: readonly string[]): string =>
  `histogram_quantile(${which}, ${sumBy([...labels, 'le'].join(', '), perSecond(buckets))})`

/** The largest ten. */
export const top = (what: string): string => `topk(10, ${what})`
