import { isRecord } from '../../fleet/checks/check.ts'
import type { Placement } from '../../plan/placement.ts'
import { at, equal } from '../../plan/values.ts'
import type { Problem } from '../../problem.ts'
import { chartOf, objectsOf, valuesOf } from '../objects.ts'
import type { Rule, Shared, Subject } from '../rule.ts'

export const monitorsAreRead: Rule = {
  name: 'monitors-are-read',
  because: 'a monitor lacked the label that Prometheus selects on, and nothing was scraped',
  check: (subject) => {
    const wanted = labelsOf(subject)
    if (wanted.length === 0) return []
    const { cluster, once } = subject
    return cluster.placements.flatMap((placement) => [
      ...unreadObjects(placement, wanted, openKinds(cluster.placements)),
      ...once(placement, monitorsInValues)
        .filter(({ value }) => !wanted.some((labels) => carries(value, labels)))
        .map(({ path }) => unreadValues(placement, path, wanted)),
    ])
  },
}

type Labels = Readonly<Record<string, string>>

/** What the Prometheuses of a cluster select by; one that takes all of them selects by nothing. */
const labelsOf = ({ cluster }: Subject): readonly Labels[] =>
  cluster.brought.flatMap(({ capability, from }) =>
    capability.kind === 'monitor-labels' && from === undefined ? [capability.labels] : [],
  )

/** Kinds, and where the stack is told to read all of them, whatever their labels. */
const kinds: Readonly<Record<string, string>> = {
  PodMonitor: 'podMonitor',
  Probe: 'probe',
  PrometheusRule: 'rule',
  ScrapeConfig: 'scrapeConfig',
  ServiceMonitor: 'serviceMonitor',
}

const openKinds = (placements: readonly Placement[]): ReadonlySet<string> => {
  const stacks = placements.filter((one) => chartOf(one) === 'kube-prometheus-stack')
  const isOpen = (field: string) =>
    stacks.some(
      (one) => at(valuesOf(one)?.values, `prometheus.prometheusSpec.${field}SelectorNilUsesHelmValues`) === false,
    )
  return new Set(Object.entries(kinds).flatMap(([kind, field]) => (isOpen(field) ? [kind] : [])))
}

const unreadObjects = (placement: Placement, wanted: readonly Labels[], open: ReadonlySet<string>) =>
  objectsOf(placement).flatMap(({ object, place }): readonly Problem[] => {
    const { apiVersion, kind, metadata } = object
    if (!apiVersion.startsWith('monitoring.coreos.com/') || kinds[kind] === undefined || open.has(kind)) return []
    if (wanted.some((labels) => holds(metadata.labels, labels))) return []
    return [
      {
        rule: monitorsAreRead.name,
        place: place(['metadata', 'labels']),
        reason: `${kind} ${metadata.name} lacks the label by which Prometheus finds it, and would never be read`,
        fix: `add to its labels: ${shownLabels(wanted)}`,
      },
    ]
  })

const unreadValues = (placement: Placement, path: readonly string[], wanted: readonly Labels[]): Problem => ({
  rule: monitorsAreRead.name,
  place: valuesOf(placement)?.place(path) ?? placement.place,
  reason: `${path.join('.')} of ${placement.name} makes a monitor or rules without the label by which Prometheus finds them`,
  fix: `add to it, where the chart takes labels: ${shownLabels(wanted)}`,
})

const shownLabels = ([labels = {}]: readonly Labels[]): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}: '${value}'`)
    .join(', ')

const holds = (labels: unknown, wanted: Labels): boolean =>
  Object.entries(wanted).every(([key, value]) => isRecord(labels) && equal(labels[key], value))

/** Charts call the labels of a monitor many things; somewhere in what they are told of it they must stand. */
const carries = (value: unknown, wanted: Labels): boolean =>
  isRecord(value) && (holds(value, wanted) || Object.values(value).some((inner) => carries(inner, wanted)))

interface ToldMonitor {
  readonly value: unknown
  readonly path: readonly string[]
}

/** Where a chart is told to make monitors or rules. Who brings the Prometheus labels its own itself. */
const monitorsInValues = ({ definition, effective }: Shared): readonly ToldMonitor[] =>
  effective.kind === 'helm' && chartOf({ definition }) !== 'kube-prometheus-stack'
    ? switchedOn(effective.values, [])
    : []

const switchedOn = (value: unknown, path: readonly string[]): readonly ToldMonitor[] => {
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    const isTold = /^((service|pod)monitors?|prometheusrules?)$/i.test(key) && isRecord(inner) && inner.enabled === true
    return isTold ? [{ value: inner, path: here }] : switchedOn(inner, here)
  })
}
