import type { Options } from '@grafana/grafana-foundation-sdk/logs'
import { type Panel, type PanelSettings, panel } from './panel.ts'
import type { Plain } from './plain.ts'

/** Lines of logs, the newest first. */
export const logs = (title: string, settings: PanelSettings): Panel =>
  panel(title, settings, {
    type: 'logs',
    target: { queryType: 'range' },
    options: {
      showTime: true,
      showLabels: false,
      showCommonLabels: false,
      showLogContextToggle: true,
      wrapLogMessage: true,
      prettifyLogMessage: false,
      enableLogDetails: true,
      sortOrder: 'Descending',
      dedupStrategy: 'none',
    } satisfies Plain<Options>,
  })
