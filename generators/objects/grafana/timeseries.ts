import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/timeseries'
import { type Panel, type PanelSettings, panel } from './panel.ts'
import type { Plain } from './plain.ts'

/** Lines over time. The legend is a table, so that the largest is found at once. */
export const timeseries = (title: string, settings: PanelSettings): Panel =>
  panel(title, settings, {
    type: 'timeseries',
    target: { instant: false, range: true },
    fields: {
      color: { mode: 'palette-classic' },
      min: 0,
      custom: {
        drawStyle: 'line',
        fillOpacity: 10,
        lineWidth: 1,
        showPoints: 'never',
        spanNulls: false,
      } satisfies Plain<FieldConfig>,
    },
    options: {
      legend: { displayMode: 'table', placement: 'right', showLegend: true, calcs: ['lastNotNull', 'max'] },
      tooltip: { mode: 'multi', sort: 'desc' },
    } satisfies Plain<Options>,
  })
