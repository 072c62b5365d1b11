import type { Step } from '../registry/newer.ts'
import { type Examined, isOutdated } from './outdated.ts'
import type { Whereabouts } from './version-position.ts'

/** A chart that was examined, and where its version stands. */
export interface ToldChart {
  readonly chart: Examined
  readonly at: Whereabouts
}

const steps: readonly Step[] = ['patch', 'minor', 'major']

/** What is outdated, for people: a line for each chart and place; at the end, how many there are. */
export const outdatedLines = (charts: readonly ToldChart[]): string => {
  const told = charts.filter(({ chart }) => isOutdated(chart))
  const rows = told.map(({ chart, at }) => [
    chart.name,
    chart.version,
    news(chart),
    `${at.file}:${at.line}:${at.column}`,
    audience(chart),
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [...lines, ...(lines.length === 0 ? [] : ['']), summary(charts), ''].join('\n')
}

/** The same for machines, with those that are not outdated. */
export const outdatedAsJson = (charts: readonly ToldChart[]): object => ({
  charts: charts.map(({ chart: { name, url, version, place, isOption: _, clusters, ...standing }, at }) => ({
    name,
    url,
    version,
    ...('unknown' in standing ? { unknown: standing.unknown } : { newer: standing.newer, isGone: standing.isGone }),
    at,
    place,
    clusters,
  })),
})

const news = (chart: Examined): string => {
  if ('unknown' in chart) return `unknown: ${chart.unknown}`
  const newer = steps.flatMap((step) => (chart.newer[step] === undefined ? [] : [`${step} ${chart.newer[step]}`]))
  return [...(chart.isGone ? ['not in its registry any more'] : []), ...newer].join(', ')
}

/** Of a few clusters the names; of many, how many. */
const audience = ({ clusters }: Examined): string =>
  clusters.length > 3 ? `${clusters.length} clusters` : clusters.join(', ')

const summary = (charts: readonly ToldChart[]): string => {
  const unknown = charts.filter(({ chart }) => 'unknown' in chart).length
  const outdated = charts.filter(({ chart }) => isOutdated(chart)).length - unknown
  const all = `${charts.length} ${charts.length === 1 ? 'chart' : 'charts'}`
  if (outdated + unknown === 0) return `${all}, none outdated.`
  return `${all}, ${outdated} outdated${unknown === 0 ? '' : `, ${unknown} unknown`}.`
}
