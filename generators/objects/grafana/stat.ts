import type { Options } from '@grafana/grafana-foundation-sdk/stat'
import { type Panel, type PanelSettings, panel } from './panel.ts'
import type { Plain } from './plain.ts'

/** One large number, as it is now. */
export const stat = (title: string, settings: PanelSettings): Panel =>
  panel(title, settings, {
    type: 'stat',
    target: { instant: true, range: false },
    fields: { color: { mode: 'thresholds' } },
    options: {
      colorMode: 'value',
      graphMode: 'none',
      justifyMode: 'auto',
      orientation: 'auto',
      percentChangeColorMode: 'standard',
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      showPercentChange: false,
      textMode: 'auto',
      wideLayout: true,
    } satisfies Plain<Options>,
  })
