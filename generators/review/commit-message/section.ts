import { grouped } from '../../grouped.ts'
import type { Layer } from './part.ts'
import type { Touch } from './touch.ts'

/** What was touched in a layer, or in several clusters alike. */
export interface Section {
  readonly title: string
  readonly lines: readonly Line[]
}

interface Line {
  readonly name: string
  readonly change: Touch['change']
}

/** A section a layer. Clusters in which the same was done share one, so that a thousand of them are read at a glance. */
export const sectionsOf = (touches: readonly Touch[]): Section[] => {
  const byLayer = grouped(touches, ({ layer }) => `${layer.level} ${layer.name}`)
  const sections = [...byLayer.values()].map((inLayer) => ({ layer: inLayer[0]!.layer, lines: inLayer.map(lineOf) }))
  const alike = grouped(sections, ({ layer, lines }) =>
    layer.level === 'cluster' ? JSON.stringify(lines) : `${layer.level} ${layer.name}`,
  )
  return [...alike.values()].map((same) => ({ title: titleOf(same.map(({ layer }) => layer)), lines: same[0]!.lines }))
}

const lineOf = ({ kind, namespace, name, change }: Touch): Line => {
  if (kind === 'namespace') return { name: `namespace ${name}`, change }
  return { name: namespace === '' ? name : `${namespace}/${name}`, change }
}

/** How many clusters of a section are named. */
const fewEnough = 5

const titleOf = (layers: readonly Layer[]): string => {
  const { level, name } = layers[0]!
  if (level === 'cluster') return clustersTitle(layers.map((layer) => layer.name))
  return { base: 'Base, all clusters', environment: `Environment ${name}`, repository: 'Other files' }[level]
}

const clustersTitle = (names: readonly string[]): string => {
  if (names.length === 1) return `Cluster ${names[0]}`
  const rest = names.length > fewEnough + 1 ? [`${names.length - fewEnough} more`] : names.slice(fewEnough)
  return `Clusters ${[...names.slice(0, fewEnough), ...rest].join(', ')}`
}
