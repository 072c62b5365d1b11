/** Where a value stands in an object, member by member. `[type=Ready]` is the element of a list that has it so. */
export type ObjectPath = readonly string[]

/** Labels of a series by the places that their values are read from. A place that is empty yields no label. */
export type LabelsFrom = Readonly<Record<string, ObjectPath>>

interface StateMetric {
  readonly name: string
  readonly help: string
  /** For labels that do not stand below the path of the value. */
  readonly labelsFromPath?: LabelsFrom
  readonly each:
    | { readonly type: 'Info'; readonly info: { readonly labelsFromPath: LabelsFrom } }
    | {
        readonly type: 'Gauge'
        readonly gauge: {
          readonly path: ObjectPath
          readonly valueFrom?: ObjectPath
          readonly nilIsZero?: true
          readonly labelsFromPath?: LabelsFrom
        }
      }
}

/** What kube-state-metrics is to export of the objects of one kind: an entry of its `customResourceState`. */
export type CustomResourceState = Readonly<{
  groupVersionKind: { readonly group: string; readonly version: string; readonly kind: string }
  metricNamePrefix: string
  metrics: readonly StateMetric[]
}>

/** A series for each object. It is always 1; what there is to know is in its labels. */
export const info = (name: string, help: string, labelsFromPath: LabelsFrom): StateMetric => ({
  name,
  help,
  each: { type: 'Info', info: { labelsFromPath } },
})

export interface GaugeSettings {
  /** The value: a number, yes or no, or a time, which becomes seconds since 1970. */
  readonly value: ObjectPath
  /** What an object is worth that has no value. Default: it has no series. */
  readonly otherwise?: 0
  readonly labels: LabelsFrom
}

/** A series for each object, worth what stands somewhere in it. */
export const gauge = (name: string, help: string, { value, otherwise, labels }: GaugeSettings): StateMetric => ({
  name,
  help,
  labelsFromPath: labels,
  each: { type: 'Gauge', gauge: { path: value, ...(otherwise === undefined ? {} : { nilIsZero: true }) } },
})

export interface EachSettings {
  /** The list. */
  readonly of: ObjectPath
  /** The value, in an element. */
  readonly value: ObjectPath
  /** Labels from the element. */
  readonly labels: LabelsFrom
  /** Labels from the object. */
  readonly objectLabels: LabelsFrom
}

/** A series for each element of a list in each object. */
export const gaugeOfEach = (
  name: string,
  help: string,
  { of, value, labels, objectLabels }: EachSettings,
): StateMetric => ({
  name,
  help,
  labelsFromPath: objectLabels,
  each: { type: 'Gauge', gauge: { path: of, valueFrom: value, labelsFromPath: labels } },
})

/** Labels that kube-state-metrics adds by itself: which kind of object it is. */
const kindLabels = ['customresource_group', 'customresource_kind', 'customresource_version']

/** The names of all series that come of it, each with every label that one of its kinds has. */
export const familiesOf = (resources: readonly CustomResourceState[]): Readonly<Record<string, readonly string[]>> => {
  const families = new Map<string, Set<string>>()
  for (const { metricNamePrefix, metrics } of resources) {
    for (const metric of metrics) {
      const name = `${metricNamePrefix}_${metric.name}`
      families.set(name, new Set([...(families.get(name) ?? kindLabels), ...labelsOf(metric)]))
    }
  }
  return Object.fromEntries([...families].map(([name, labels]) => [name, [...labels]]))
}

const labelsOf = ({ labelsFromPath = {}, each }: StateMetric): readonly string[] => [
  ...Object.keys(labelsFromPath),
  ...Object.keys((each.type === 'Info' ? each.info : each.gauge).labelsFromPath ?? {}),
]
