import { isRecord } from '../../fleet/checks/check.ts'
import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { type Place, type Problem, placeName } from '../../problem.ts'
import { type GrafanaValues, grafanaOf, hasDatasourceSidecar } from '../grafana.ts'
import { mapIn } from '../map-in.ts'
import { objectsOf } from '../objects.ts'
import { recordsIn } from '../pods.ts'
import type { Rule, Subject } from '../rule.ts'

export const oneDefaultDatasource: Rule = {
  name: 'one-default-datasource',
  because: 'Grafana crashed: only one datasource of an organisation can be the default one, and there were two',
  check: (subject) =>
    subject.cluster.placements.flatMap((placement) => {
      const grafana = grafanaOf(placement)
      return grafana === undefined ? [] : judged(grafana, placement, subject)
    }),
}

/** A datasource that says of itself that it is the default one. */
interface Default {
  readonly name: string
  readonly place: Place
}

const judged = (grafana: GrafanaValues, { name, place }: Placement, subject: Subject): readonly Problem[] => {
  const defaults = [
    ...byChart(grafana),
    ...byValues(grafana),
    ...(hasDatasourceSidecar(grafana) ? bySidecar(subject) : []),
  ]
  const [first, ...others] = defaults
  if (first === undefined) {
    return hasAny(grafana) ? [none(name, place)] : []
  }
  return others.map((other) => ({
    rule: oneDefaultDatasource.name,
    place: other.place,
    reason: `${other.name} is a second default datasource of ${name}, beside ${first.name}`,
    fix: 'write isDefault: false',
  }))
}

const none = (name: string, place: Place): Problem => ({
  rule: oneDefaultDatasource.name,
  place,
  reason: `${name} has datasources, and none of them is the default one`,
  fix: 'write isDefault: true at one of them',
})

/** The stack makes a datasource of its own Prometheus, the default one unless it is told otherwise. */
const byChart = ({ values, hasPrometheus, place }: GrafanaValues): readonly Default[] => {
  const path = ['sidecar', 'datasources', 'isDefaultDatasource']
  const isMade = hasPrometheus && at(values, 'sidecar.datasources.defaultDatasourceEnabled') !== false
  return isMade && at(values, path.join('.')) !== false ? [{ name: 'Prometheus', place: place(path) }] : []
}

const byValues = ({ values, place }: GrafanaValues): readonly Default[] => [
  ...defaultsIn(values.additionalDataSources, (index) => place(['additionalDataSources', index, 'isDefault'])),
  ...Object.entries(isRecord(values.datasources) ? values.datasources : {}).flatMap(([file, content]) =>
    defaultsIn(at(content, 'datasources'), (index) => place(['datasources', file, 'datasources', index, 'isDefault'])),
  ),
]

const hasAny = ({ values }: GrafanaValues): boolean =>
  recordsIn(values.additionalDataSources).length > 0 ||
  Object.values(isRecord(values.datasources) ? values.datasources : {}).some(
    (content) => recordsIn(at(content, 'datasources')).length > 0,
  )

const defaultsIn = (list: unknown, place: (index: string) => Place): readonly Default[] =>
  recordsIn(list).flatMap(({ record, index }) =>
    record.isDefault === true ? [{ name: String(record.name), place: place(String(index)) }] : [],
  )

/** ConfigMaps and Secrets that the sidecar finds by their label. */
const bySidecar = ({ cluster }: Subject): readonly Default[] =>
  cluster.placements.flatMap((placement) =>
    objectsOf(placement).flatMap(({ object, place }) => {
      if (object.metadata.labels?.grafana_datasource === undefined) return []
      const texts = Object.entries({ ...fieldsOf(object.data), ...fieldsOf(object.stringData) })
      return texts.flatMap(([file, text]) =>
        defaultsIn(at(mapIn(text), 'datasources'), () => place(['data', file])).map((one) => ({
          ...one,
          name: `${one.name} of ${placeName(placement.place)}`,
        })),
      )
    }),
  )

const fieldsOf = (value: unknown) => (isRecord(value) ? value : {})
