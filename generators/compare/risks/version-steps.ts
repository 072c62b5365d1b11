import semver from 'semver'
import { imagesIn } from './images-in.ts'
import { everythingTold, type Subject } from './subject.ts'

/** A version that changes, of a chart or of an image. */
export interface VersionStep {
  /** `the chart loki`, `the image docker.io/grafana/loki of StatefulSet monitoring/loki`. */
  readonly what: string
  readonly before: string
  readonly after: string
  readonly of: 'chart' | 'image'
}

export const versionSteps = (subject: Subject): readonly VersionStep[] =>
  [...chartSteps(subject), ...imageSteps(subject)].filter(({ before, after }) => before !== after)

const chartSteps = ({ pair }: Subject): readonly VersionStep[] => {
  const before = pair.before?.content.release?.chart
  const after = pair.after?.content.release?.chart
  if (before === undefined || after === undefined || before.name !== after.name) return []
  return [{ what: `the chart ${after.name}`, before: before.version, after: after.version, of: 'chart' }]
}

const imageSteps = (subject: Subject): readonly VersionStep[] =>
  everythingTold(subject).flatMap((told) => {
    const old = imagesIn(told, told.before)
    return [...imagesIn(told, told.after)].flatMap(([where, { repository, tag: after }]): readonly VersionStep[] => {
      const was = old.get(where)
      if (was?.tag === undefined || after === undefined || was.repository !== repository) return []
      const what = `the image ${repository ?? `at ${where}`} of ${told.what}`
      return [{ what, before: was.tag, after, of: 'image' }]
    })
  })

/** Whether a version is older, newer by a major step, or neither. Undefined where the texts are no versions of one kind. */
export const stepOf = ({ before, after, of }: VersionStep): 'major' | 'older' | undefined => {
  const [was, is] = [before, after].map((text) => (of === 'chart' ? semver.parse(text) : versionIn(text)))
  if (!was || !is) return undefined
  if (semver.lt(is, was)) return 'older'
  return is.major > was.major ? 'major' : undefined
}

/** A tag may be short (`15`, `v2.1`), and say more behind (`1.29.1-alpine`), which is not compared. Dates are no versions. */
const versionIn = (tag: string): semver.SemVer | null => {
  const [, major = '', minor = '0', patch = '0'] = /^v?(\d{1,3})(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/.exec(tag) ?? []
  return major === '' ? null : semver.parse(`${major}.${minor}.${patch}`)
}
