import { isRecord } from '../../fleet/checks/check.ts'
import { originName } from '../note.ts'
import { call, type Declaration, data, type Expression, map } from '../print/expression.ts'
import type { ManifestsContent, ReleaseContent } from './component.ts'
import { isDeclared, type Written } from './written.ts'

/** The constant by which a draft describes a component that the catalogue does not. */
export const declaration = (written: Written): readonly Declaration[] => {
  const { component, by, todos } = written
  const { content, origin } = component
  if (!isDeclared(component)) return []
  const value = content.kind === 'release' ? release(written, content) : manifests(written, content)
  return [{ name: by, value, comments: [originName(origin), ...todos] }]
}

const release = (
  { component: { name, provides }, layers }: Written,
  { chart, timeout }: ReleaseContent,
): Expression => {
  const { version, values } = layers.base
  const hasValues = isRecord(values) && Object.keys(values).length > 0
  return call(
    'helmRelease',
    map({
      name: data(name),
      chart: data({ ...(chart.name === name ? {} : { name: chart.name }), url: chart.url, version }),
      values: hasValues ? data(values) : undefined,
      timeout: timeout === undefined ? undefined : data(timeout),
      provides: definitions(provides),
    }),
  )
}

const manifests = ({ component: { name, provides } }: Written, { objects, requires }: ManifestsContent): Expression =>
  call(
    'manifests',
    map({
      name: data(name),
      tier: provides.length === 0 ? undefined : data('infrastructure'),
      objects: data(objects),
      provides: definitions(provides),
      requires: definitions(requires),
    }),
  )

const definitions = (groups: readonly string[]): Expression | undefined =>
  groups.length === 0 ? undefined : { kind: 'answer', value: data(groups.map((group) => ({ kind: 'crd', group }))) }
