import { nodeName } from '../moving/credentials.ts'
import { type StandIn, serve } from './serve.ts'
import { application } from './workload.ts'

/** Metrics as the data files of exporters write them: `gauge namespace pod`. */
export type Families = Readonly<Record<string, string>>

/** Serves every one of these metrics at `/metrics`, with all their labels; counters grow by the second. */
export const exporter = (port: number, families: Families): Promise<StandIn> => {
  const begun = Date.now()
  return serve(port, (_, answer) => {
    const seconds = (Date.now() - begun) / 1000
    answer.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(exposition(families, seconds))
  })
}

/** The text of an exporter that is that many seconds old. */
export const exposition = (families: Families, seconds: number): string =>
  Object.entries(families)
    .flatMap(([name, described]) => {
      const [type = 'untyped', ...labels] = described.split(' ')
      const known = labels.filter((label) => label !== '?')
      return [`# TYPE ${name} ${type === 'unknown' ? 'untyped' : type}`, ...samples(name, type, known, seconds)]
    })
    .map((line) => `${line}\n`)
    .join('')

const samples = (name: string, type: string, labels: readonly string[], seconds: number): readonly string[] =>
  labelSets(labels).flatMap((set) => {
    const sample = (suffix: string, value: number, ...more: readonly string[]) =>
      `${name}${suffix}${written([...set, ...more])} ${value}`
    if (type === 'histogram') {
      const buckets = [0.1, 1, 10].map((bound) => sample('_bucket', seconds * Math.min(1, bound), `le="${bound}"`))
      return [...buckets, sample('_bucket', seconds, 'le="+Inf"'), sample('_sum', seconds), sample('_count', seconds)]
    }
    if (type === 'summary') return [sample('', 1, 'quantile="0.5"'), sample('_sum', seconds), sample('_count', seconds)]
    return [sample('', type === 'counter' ? seconds : sampleOf(set))]
  })

/** Nothing has succeeded yet. All else is one. */
const sampleOf = (set: readonly string[]): number => (set.includes('phase="Succeeded"') ? 0 : 1)

const written = (set: readonly string[]): string => (set.length === 0 ? '' : `{${set.join(',')}}`)

/** A series for each value that a label can have: all of them together. */
const labelSets = (labels: readonly string[]): readonly (readonly string[])[] =>
  labels.reduce<readonly (readonly string[])[]>(
    (sets, label) => sets.flatMap((set) => valuesOf(label).map((value) => [...set, `${label}="${value}"`])),
    [[]],
  )

const valuesOf = (label: string): readonly string[] => values[label] ?? ['some']

/** What exporters say who know the cluster of the application, and the values that queries tell apart. */
const values: Readonly<Record<string, readonly string[]>> = {
  namespace: [application.namespace],
  pod: [application.pod],
  uid: [application.uid],
  container: [application.container],
  deployment: [application.name],
  node: [nodeName],
  Hostname: [nodeName],
  phase: ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'],
  condition: ['Ready', 'true', 'false', 'unknown'],
  status: ['true', 'false', 'unknown'],
  resource: ['cpu', 'memory'],
}
