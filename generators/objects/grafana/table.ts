import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/table'
import { type Panel, type PanelSettings, panel } from './panel.ts'
import type { Plain } from './plain.ts'

export interface TableSettings extends PanelSettings {
  /** Labels to show, in their order, each with the heading of its column. Every other label stays out. */
  readonly columns: Readonly<Record<string, string>>
}

/** The series of an instant, one a row. */
export const table = (title: string, { columns, ...settings }: TableSettings): Panel => {
  const labels = Object.keys(columns)
  return panel(title, settings, {
    type: 'table',
    target: { format: 'table', instant: true, range: false },
    fields: {
      custom: { align: 'auto', filterable: true, inspect: false } satisfies Plain<FieldConfig>,
    },
    options: { frameIndex: 0, showHeader: true, cellHeight: 'sm' } satisfies Plain<Options>,
    transformations: [
      { id: 'filterFieldsByName', options: { include: { names: labels } } },
      {
        id: 'organize',
        options: {
          indexByName: Object.fromEntries(labels.map((label, index) => [label, index])),
          renameByName: columns,
        },
      },
    ],
  })
}
