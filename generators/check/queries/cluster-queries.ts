import type { CapabilityOf } from '../../fleet/capability.ts'
import { grouped } from '../../grouped.ts'
import type { Exporters } from '../../metrics/exporters.ts'
import type { Brought, ClusterPlan } from '../../plan/placement.ts'
import { type Language, languageOf, readQuery } from '../../query/languages.ts'
import { readPromql } from '../../query/promql.ts'
import type { QueryReading } from '../../query/reading.ts'
import { readVariableQuery } from '../../query/variable-query.ts'
import type { Subject } from '../rule.ts'
import { type Asked, type AskedBy, askedBy, type NamedDatasource } from './asked.ts'
import type { Recording } from './find-series.ts'
import { type Series, seriesOf } from './series.ts'

/** A query with what it asks for. */
export type ReadQuery = Asked & { readonly language: Language; readonly reading: QueryReading }

/** What the dashboards and rules of a cluster ask, and what is there to answer. */
export interface ClusterQueries {
  readonly cluster: string
  /** Those that no cluster with the same answers asked before. */
  readonly asked: readonly ReadQuery[]
  readonly named: readonly NamedDatasource[]
  readonly series: Series
  /** The labels of log lines; undefined where no line arrives. */
  readonly logLabels: ReadonlySet<string> | undefined
  readonly datasources: readonly CapabilityOf<'datasource'>[]
  readonly exporters: Exporters
}

/** Collects what clusters ask, one after the other. Every text is read once, and clusters that are alike are one. */
export const clusterQueries = (exporters: Exporters, once: Subject['once']) => {
  const read = reader()
  const answersOf = answers(exporters, read)
  const seen = new Map<unknown, WeakSet<AskedBy>>()
  return (plan: ClusterPlan): ClusterQueries | undefined => {
    const all = plan.placements.map((placement) => once(placement, askedBy)).filter(asksAnything)
    if (all.length === 0) return undefined
    const answer = answersOf(plan.brought, all)
    const known = seen.get(answer) ?? new WeakSet()
    seen.set(answer, known)
    const news = all.filter((one) => !known.has(one))
    for (const one of news) known.add(one)
    return {
      cluster: plan.cluster.name,
      asked: news.flatMap(({ queries }) => queries.flatMap((query) => readAsked(query, answer.datasources, read))),
      named: news.flatMap(({ datasources }) => datasources),
      exporters,
      ...answer,
    }
  }
}

const asksAnything = ({ queries, datasources }: AskedBy): boolean => queries.length > 0 || datasources.length > 0

type Read = (text: string, how: Language | 'rule' | `variable ${Language}`) => QueryReading

/** Reads every text once. */
const reader = (): Read => {
  const readings = new Map<string, QueryReading>()
  return (text, how) => {
    const key = `${how}\n${text}`
    const reading = readings.get(key) ?? readAs(text, how)
    readings.set(key, reading)
    return reading
  }
}

const readAs: Read = (text, how) => {
  if (how === 'rule') return readPromql(text)
  if (how === 'logql' || how === 'promql') return readQuery(text, how)
  return readVariableQuery(text, how === 'variable logql' ? 'logql' : 'promql')
}

/** Without a type, a query goes where its datasource's UID leads; without either, to Prometheus, which is the default. */
const readAsked = (
  query: Asked,
  datasources: readonly CapabilityOf<'datasource'>[],
  read: Read,
): readonly ReadQuery[] => {
  if (query.by === 'rule') return [{ ...query, language: 'promql', reading: read(query.expression, 'rule') }]
  const { uid, type } = query.datasource
  const named = datasources.find((one) => one.uid === uid || one.name === uid)
  const language = languageOf(named?.type ?? type ?? (uid === undefined ? 'prometheus' : ''))
  if (language === undefined) return []
  const how = query.kind === 'variable' ? (`variable ${language}` as const) : language
  return [{ ...query, language, reading: read(query.expression, how) }]
}

type Answers = Pick<ClusterQueries, 'datasources' | 'logLabels' | 'series'>

/** What is there to answer, worked out once for all clusters in which the same is there. */
const answers = (exporters: Exporters, read: Read) => {
  const known = new Map<string, Answers>()
  const texts = new WeakMap<object, string>()
  const textOf = ({ capability, from = '' }: Brought): string => {
    const text = texts.get(capability) ?? JSON.stringify(capability)
    texts.set(capability, text)
    return `${from} ${text}`
  }
  return (brought: readonly Brought[], asked: readonly AskedBy[]): Answers => {
    const recordings = recordingsIn(asked)
    const answering = brought.filter(({ capability }) => kinds.has(capability.kind))
    const key = [
      ...new Set(answering.map(textOf)),
      ...recordings.map(({ record, expression }) => `${record} ${expression}`),
    ].join('\n')
    const answer = known.get(key) ?? {
      series: seriesOf(answering, byName(recordings, read), exporters),
      logLabels: logLabels(answering),
      datasources: answering.flatMap(({ capability, from }) =>
        capability.kind === 'datasource' && from === undefined ? [capability] : [],
      ),
    }
    known.set(key, answer)
    return answer
  }
}

const kinds: ReadonlySet<string> = new Set(['datasource', 'logs', 'metrics', 'scrapes'])

type RecordingRule = Extract<Asked, { by: 'rule' }> & { readonly record: string }

const recordingsIn = (asked: readonly AskedBy[]): readonly RecordingRule[] =>
  asked.flatMap(({ queries }) =>
    queries.filter((one): one is RecordingRule => one.by === 'rule' && one.record !== undefined),
  )

const byName = (rules: readonly RecordingRule[], read: Read): ReadonlyMap<string, readonly Recording[]> => {
  const recording = ({ expression, labels }: RecordingRule): Recording => ({
    reading: read(expression, 'rule'),
    labels,
  })
  return new Map([...grouped(rules, ({ record }) => record)].map(([record, some]) => [record, some.map(recording)]))
}

const logLabels = (brought: readonly Brought[]): ReadonlySet<string> | undefined => {
  const logs = brought.flatMap(({ capability }) => (capability.kind === 'logs' ? [capability] : []))
  return logs.length === 0 ? undefined : new Set([...ofLoki, ...logs.flatMap(({ labels }) => labels)])
}

/** Labels that Loki adds to whatever arrives. */
const ofLoki = ['service_name', 'detected_level']
