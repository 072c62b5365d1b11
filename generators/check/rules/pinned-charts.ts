import { at } from '../../plan/values.ts'
import type { Problem } from '../../problem.ts'
import { movingTag } from '../image-reference.ts'
import { objectsOf, type PlacedObject } from '../objects.ts'
import type { Rule } from '../rule.ts'

export const pinnedCharts: Rule = {
  name: 'pinned-charts',
  because: 'a chart without an exact version was upgraded over night, in every environment at once',
  check: ({ placements }) => placements.flatMap(objectsOf).flatMap(unpinned),
}

/** Charts of the catalogue and of helmRelease() have exact versions by their type; these are a person's own objects. */
const unpinned = ({ object, place }: PlacedObject): readonly Problem[] => {
  const { apiVersion, kind, metadata, spec } = object
  const tell = (path: string, is: string): readonly Problem[] => [
    {
      rule: pinnedCharts.name,
      place: place(path.split('.')),
      reason: `${kind} ${metadata.name} takes ${is}`,
      fix: 'write an exact version',
    },
  ]
  if (apiVersion.startsWith('helm.toolkit.fluxcd.io/') && at(spec, 'chart.spec') !== undefined) {
    return versioned(at(spec, 'chart.spec.version'), (is) => tell('spec.chart.spec.version', is))
  }
  if (kind === 'OCIRepository' && apiVersion.startsWith('source.toolkit.fluxcd.io/')) {
    if (at(spec, 'ref.digest') !== undefined) return []
    if (at(spec, 'ref.semver') !== undefined)
      return tell('spec.ref.semver', `whatever is newest in ${at(spec, 'ref.semver')}`)
    return versioned(at(spec, 'ref.tag'), (is) => tell('spec.ref.tag', is))
  }
  return []
}

const versioned = (version: unknown, tell: (is: string) => readonly Problem[]): readonly Problem[] => {
  if (typeof version !== 'string') return tell('whatever is newest')
  if (/[\s*<>=~^|]|(^|\.)x(\.|$)/i.test(version)) return tell(`whatever is newest in ${version}`)
  return movingTag(version) ? tell(`${version}, which moves`) : []
}
