import type { DraftComponent } from './component.ts'

/** Says of charts that are called like an API group of the draft's custom resources that they bring its definitions. */
export const withBringers = (components: readonly DraftComponent[]): readonly DraftComponent[] => {
  const brought = new Set(components.flatMap(({ provides }) => provides))
  const wanted = new Set(components.flatMap(({ content }) => (content.kind === 'manifests' ? content.requires : [])))
  const open = [...wanted].filter((group) => !brought.has(group)).sort()
  return components.map((component) => {
    if (component.content.kind !== 'release' || component.content.word !== undefined) return component
    const { name } = component.content.chart
    const groups = open.filter((group) => group.split('.').includes(name) && isFirst(component, group, components))
    return groups.length === 0 ? component : { ...component, provides: groups }
  })
}

/** Of several releases of one chart, the first one counts. */
const isFirst = (component: DraftComponent, group: string, components: readonly DraftComponent[]): boolean =>
  components.find(({ content }) => content.kind === 'release' && group.split('.').includes(content.chart.name)) ===
  component
