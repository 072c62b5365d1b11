import type { ReleaseChange } from './change.ts'
import type { Release } from './deployed.ts'
import { fieldChanges } from './fields.ts'

/** How a release changes; undefined where it stays as it is, or is in neither state. */
export const releaseChange = (before?: Release, after?: Release): ReleaseChange | undefined => {
  const release = after ?? before
  if (release === undefined) return undefined
  const values = fieldChanges(before?.values ?? {}, after?.values ?? {})
  const version = otherwise(before?.chart.version, after?.chart.version)
  const url = otherwise(before?.chart.url, after?.chart.url)
  const chart = otherwise(before?.chart.name, after?.chart.name)
  if (values.length === 0 && version === undefined && url === undefined && chart === undefined) return undefined
  return {
    name: release.name,
    chart: release.chart.name,
    ...(chart?.before !== undefined && { chartBefore: chart.before }),
    ...(version && { version }),
    ...(url && { url }),
    values,
  }
}

const otherwise = (before?: string, after?: string): ReleaseChange['version'] =>
  before === after ? undefined : { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
