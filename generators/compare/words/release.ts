import type { ReleaseChange } from '../change.ts'
import { arrow } from './shown.ts'
import type { Leaf, Thing } from './telling.ts'

/** `chart 88.5.2 → 88.5.3`; with the chart's name where that is not the component's. */
export const releaseWords = (release: ReleaseChange | undefined, component: string): readonly string[] => {
  if (release === undefined) return []
  const { chart, chartBefore, version, url } = release
  if (chartBefore !== undefined)
    return [`chart ${chartBefore} ${version?.before ?? ''} → ${chart} ${version?.after ?? ''}`]
  const name = chart === component ? '' : `${chart} `
  return [
    ...(version === undefined ? [] : [`chart ${name}${arrow(version)}`]),
    ...(url === undefined ? [] : [`chart ${name}comes from ${url.after} now`]),
  ]
}

/** Whether a field of what handles a release says what the release says already: its chart, version or files of values. */
export const isToldByRelease = ({ path }: Leaf, { object }: Thing, release: ReleaseChange | undefined): boolean => {
  if (release === undefined) return false
  const field = path.join('.')
  switch (object?.identity.kind) {
    case 'OCIRepository':
    case 'HelmRepository':
      return /^spec\.(ref|url)\b/.test(field)
    case 'HelmRelease':
      return /^spec\.(valuesFrom|values|chartRef|chart\.spec\.(chart|version|sourceRef))\b/.test(field)
    case 'Application':
      return /^spec\.sources?\b.*(targetRevision|valueFiles|valuesObject|chart|repoURL|\])/.test(field)
    case 'AppProject':
      return /^spec\.sourceRepos\b/.test(field)
    default:
      return false
  }
}
