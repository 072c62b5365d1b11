import { readFileSync } from 'node:fs'

export type Labels = Readonly<Record<string, string>>

/** What has arrived at the hub. */
export interface Stores {
  /** The series that answer a query of PromQL now, each with its value. */
  readonly series: (query: string) => Promise<readonly { readonly labels: Labels; readonly value: number }[]>
  /** Every sample of the series that a selector with a range finds: `flood_total[1h]`. */
  readonly samples: (range: string) => Promise<readonly number[]>
  /** The values of a label, of the series that match. */
  readonly labelValues: (label: string, selector: string) => Promise<readonly string[]>
  /** The lines that answer a query of LogQL, sorted, with the labels of their streams and what is known of each. */
  readonly lines: (query: string) => Promise<readonly { readonly line: string; readonly labels: Labels }[]>
  /** The labels by which Loki finds streams. */
  readonly streams: (selector: string) => Promise<readonly Labels[]>
  readonly spans: () => readonly Span[]
}

export interface Span {
  readonly name: string
  readonly id: string
  /** Its own attributes, and those of its resource. */
  readonly attributes: Labels
}

export const storesAt = (prometheus: string, loki: string, traces: string): Stores => ({
  series: async (query) => {
    const { result } = await ask<{ result: readonly Sample[] }>(`${prometheus}/api/v1/query`, { query })
    return result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }))
  },
  samples: async (query) => {
    const { result } = await ask<{ result: readonly Samples[] }>(`${prometheus}/api/v1/query`, { query })
    return result.flatMap(({ values }) => values.map(([, value]) => Number(value)))
  },
  labelValues: (label, selector) => ask(`${prometheus}/api/v1/label/${label}/values`, { 'match[]': selector }),
  lines: async (query) => {
    const asked = { query, limit: '5000', ...lastHour() }
    const { result } = await ask<{ result: readonly Stream[] }>(`${loki}/loki/api/v1/query_range`, asked)
    const lines = result.flatMap(({ stream, values }) => values.map(([, line]) => ({ line, labels: stream })))
    return lines.sort((one, other) => (one.line < other.line ? -1 : 1))
  },
  streams: (selector) => ask(`${loki}/loki/api/v1/series`, { 'match[]': selector, ...lastHour() }),
  spans: () => readFileSync(traces, 'utf8').split('\n').flatMap(spansIn),
})

interface Sample {
  readonly metric: Labels
  readonly value: readonly [number, string]
}
interface Samples {
  readonly values: readonly (readonly [number, string])[]
}
interface Stream {
  readonly stream: Labels
  readonly values: readonly (readonly [string, string])[]
}

/** Loki's nanoseconds. */
const lastHour = () => ({ start: `${Date.now() - 3_600_000}000000`, end: `${Date.now() + 60_000}000000` })

const ask = async <Data>(url: string, parameters: Readonly<Record<string, string>>): Promise<Data> => {
  const answer = await fetch(`${url}?${new URLSearchParams(parameters)}`)
  if (!answer.ok) throw new Error(`${answer.status}: ${(await answer.text()).slice(0, 200)}`)
  return ((await answer.json()) as { readonly data: Data }).data
}

/** One request, as the collector's file exporter writes it. */
const spansIn = (line: string): readonly Span[] => {
  if (line === '') return []
  const { resourceSpans } = JSON.parse(line) as { readonly resourceSpans: readonly ResourceSpans[] }
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ name, spanId, attributes = [] }) => ({
        name,
        id: spanId,
        attributes: flat([...(resource.attributes ?? []), ...attributes]),
      })),
    ),
  )
}

interface ResourceSpans {
  readonly resource: { readonly attributes?: readonly Told[] }
  readonly scopeSpans: readonly {
    readonly spans: readonly { readonly name: string; readonly spanId: string; readonly attributes?: readonly Told[] }[]
  }[]
}
interface Told {
  readonly key: string
  readonly value: { readonly stringValue?: string; readonly intValue?: string }
}

const flat = (attributes: readonly Told[]): Labels =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? '']))
