import type { Dashboard as SdkDashboard } from '@grafana/grafana-foundation-sdk/dashboard'
import { type Band, layOut, type PlacedPanel } from './layout.ts'
import type { Plain } from './plain.ts'
import type { Variable } from './variables.ts'

export interface DashboardSettings {
  /** The end of its address in Grafana, for ever. At most 40 letters, digits and dashes. */
  readonly uid: string
  readonly title: string
  readonly tags: readonly string[]
  /** How far it looks back at first, as Grafana writes it. Default `1h`. */
  readonly lookingBack?: string
  readonly variables?: readonly Variable[]
  readonly bands: readonly Band[]
}

export type DashboardModel = Plain<Omit<SdkDashboard, 'panels'>> & { readonly panels: readonly PlacedPanel[] }

/** Grafana migrates what is older at every load; a fixed number keeps the file from changing with Grafana. */
const schemaVersion = 42

/** A dashboard as Grafana's provisioning reads it: without an id, a version or a time, so that it never changes by itself. */
export const dashboard = ({
  uid,
  title,
  tags,
  lookingBack = '1h',
  variables,
  bands,
}: DashboardSettings): DashboardModel => ({
  uid,
  title,
  tags,
  // The file is the truth: what is changed by hand would be lost.
  editable: false,
  schemaVersion,
  timezone: 'browser',
  graphTooltip: 1,
  time: { from: `now-${lookingBack}`, to: 'now' },
  refresh: '1m',
  templating: { list: variables ?? [] },
  annotations: { list: [] },
  panels: layOut(bands),
})
