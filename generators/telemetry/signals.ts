import { randomBytes } from 'node:crypto'

/** A value of an attribute or a line, as OTLP writes it in JSON. */
export type Value =
  | { readonly stringValue: string }
  | { readonly intValue: string }
  | { readonly kvlistValue: { readonly values: readonly Attribute[] } }
export interface Attribute {
  readonly key: string
  readonly value: Value
}

export const text = (stringValue: string): Value => ({ stringValue })
export const map = (values: Readonly<Record<string, Value>>): Value => ({ kvlistValue: { values: attributes(values) } })
const attributes = (values: Readonly<Record<string, Value>>): readonly Attribute[] =>
  Object.entries(values).map(([key, value]) => ({ key, value }))

/** What an application sends, by OTLP over HTTP. Each throws where it is not taken. */
export interface Sender {
  /** A sample of a counter. */
  readonly sample: (name: string, value: number) => Promise<void>
  readonly line: (body: Value, more?: Readonly<Record<string, Value>>) => Promise<void>
  readonly span: (name: string, more?: Readonly<Record<string, Value>>) => Promise<void>
}

/** An application of this name that sends to a collector. */
export const senderTo = (url: string, service: string): Sender => {
  const resource = { attributes: attributes({ 'service.name': text(service) }) }
  const now = clock()
  const post = async (signal: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' }
    const { ok, status } = await fetch(`${url}/v1/${signal}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!ok) throw new Error(`${url} answers ${status} to ${signal}`)
  }
  return {
    sample: (name, value) => {
      const dataPoints = [{ asDouble: value, timeUnixNano: now(), attributes: [] }]
      const sum = { dataPoints, isMonotonic: true, aggregationTemporality: 2 }
      return post('metrics', {
        resourceMetrics: [{ resource, scopeMetrics: [{ metrics: [{ name, unit: '1', sum }] }] }],
      })
    },
    line: (body, more = {}) => {
      const logRecords = [{ timeUnixNano: now(), body, attributes: attributes(more) }]
      return post('logs', { resourceLogs: [{ resource, scopeLogs: [{ logRecords }] }] })
    },
    span: (name, more = {}) => {
      const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')]
      const times = { startTimeUnixNano: now(), endTimeUnixNano: now() }
      const spans = [{ traceId, spanId, name, kind: 1, ...times, attributes: attributes(more) }]
      return post('traces', { resourceSpans: [{ resource, scopeSpans: [{ spans }] }] })
    },
  }
}

/** Milliseconds that never come twice, for Prometheus knows one sample of each; as OTLP's nanoseconds. */
const clock = () => {
  let last = 0
  return (): string => {
    last = Math.max(last + 1, Date.now())
    return `${last}000000`
  }
}
