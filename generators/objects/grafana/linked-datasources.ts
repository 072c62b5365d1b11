import type { CapabilityOf } from '../../fleet/capability.ts'

type Datasource = CapabilityOf<'datasource'>
type Type = Datasource['type']

/** What Grafana is told of a datasource beyond its address. */
export type DatasourceSettings = Readonly<Record<string, unknown>>

/** A datasource that knows the others: it leads from what it shows to the same moment there. */
export interface LinkedDatasource extends Datasource {
  /** Undefined where there is nothing to say. */
  readonly jsonData?: DatasourceSettings
}

/**
 * Leads from traces to logs and back, from a sample to a trace that it stands for, and from services to who calls whom,
 * as far as there are datasources for it: to the first of a type. The order stays.
 */
export const linked = (datasources: readonly Datasource[]): readonly LinkedDatasource[] => {
  const uid = (type: Type) => datasources.find((one) => one.type === type)?.uid
  return datasources.map((one) => {
    const settings = settingsOf[one.type](uid, one)
    return Object.keys(settings).length === 0 ? one : { ...one, jsonData: settings }
  })
}

type UidOf = (type: Type) => string | undefined

/** The name under which samples and lines carry the trace that they belong to: OpenTelemetry's. */
export const traceLabel = 'trace_id'

const settingsOf: Readonly<Record<Type, (uid: UidOf, one: Datasource) => DatasourceSettings>> = {
  alertmanager: () => ({ implementation: 'prometheus' }),
  loki: (uid) => toEach(uid('tempo'), (tempo) => ({ derivedFields: derivedFields(tempo) })),
  prometheus: (uid, { interval }) => ({
    ...(interval === undefined ? {} : { timeInterval: interval }),
    ...toEach(uid('tempo'), (tempo) => ({ exemplarTraceIdDestinations: exemplars(tempo) })),
    ...toEach(uid('alertmanager'), (alertmanager) => ({ alertmanagerUid: alertmanager })),
  }),
  tempo: (uid) => ({
    nodeGraph: { enabled: true },
    ...toEach(uid('loki'), (loki) => ({ tracesToLogsV2: tracesToLogs(loki) })),
    ...toEach(uid('prometheus'), (prometheus) => ({ serviceMap: { datasourceUid: prometheus } })),
  }),
}

const toEach = (uid: string | undefined, settings: (uid: string) => DatasourceSettings): DatasourceSettings =>
  uid === undefined ? {} : settings(uid)

/** Samples of OpenTelemetry and of Tempo carry the trace as an exemplar by this name. */
const exemplars = (tempo: string) => [{ name: traceLabel, datasourceUid: tempo }]

/** Grafana replaces variables of the environment in what it is provisioned with; `$$` stands for one `$`. */
const theValue = '$${__value.raw}'

const derivedFields = (tempo: string) => [
  // Of lines that came by OTLP, it is a label.
  { name: 'Trace', matcherType: 'label', matcherRegex: traceLabel, url: theValue, datasourceUid: tempo },
  // Of others, it stands in the line: trace_id=…, "traceId":"…".
  {
    name: 'Trace in the line',
    matcherType: 'regex',
    matcherRegex: '[tT]race_?[iI][dD]"?\\s*[:=]\\s*"?([0-9a-f]{32})\\b',
    url: theValue,
    datasourceUid: tempo,
  },
]

/** A line may be written a little before its span begins, and arrive in another order. */
const around = { spanStartTimeShift: '-5m', spanEndTimeShift: '5m' }

const tracesToLogs = (loki: string) => ({
  datasourceUid: loki,
  ...around,
  filterByTraceID: true,
  // What a span lacks is not asked for. The cluster tells the same service of two clusters apart.
  tags: [
    { key: 'service.name', value: 'service_name' },
    { key: 'cluster.id', value: 'cluster_id' },
  ],
})
