import { labelName } from '../../objects/prometheus/label-name.ts'
import type { Brought, Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import type { Place } from '../../problem.ts'
import { texts } from '../collector/shape.ts'
import { mapIn } from '../map-in.ts'
import { objectsOf } from '../objects.ts'
import type { ClusterQueries } from '../queries/cluster-queries.ts'
import type { Rule } from '../rule.ts'

export const promotedAttributes: Rule = {
  name: 'promoted-attributes',
  because:
    'a hub’s Prometheus made labels of a few attributes only, and every panel by node and namespace stayed empty',
  check: ({ cluster: { brought, placements }, queries }) => {
    const takers = placements.filter(takesSeries)
    const asked = takers.length === 0 ? undefined : queries()
    if (asked === undefined) return []
    return takers.flatMap((placement) =>
      configsOf(placement).flatMap(({ promoted, place }) => {
        const missing = attributeLabels(brought).filter((label) => !promoted.has(label) && isAskedFor(label, asked))
        if (missing.length === 0) return []
        return [
          {
            rule: promotedAttributes.name,
            place,
            reason: `${placement.name} makes no label of the attributes behind ${missing.join(', ')}, which dashboards or rules ask for`,
            fix: 'leave receivers.promote out, for by default it has all that our collectors say; or add them to it',
          },
        ]
      }),
    )
  },
}

const takesSeries = ({ provides }: Placement): boolean =>
  provides.some((one) => one.kind === 'endpoint' && one.name === 'otlp-metrics')

/** What Prometheus makes of an attribute of the resource whatever it is told, and of the part of a program that says it. */
const always: ReadonlySet<string> = new Set(['instance', 'job', 'otel_scope_name', 'otel_scope_version'])

/** Labels that were attributes of whoever sends, by what is said of the ways that series come. */
const attributeLabels = (brought: readonly Brought[]): readonly string[] => [
  ...new Set(
    brought.flatMap(({ capability }) =>
      capability.kind === 'scrapes' && ['collector', 'otlp'].includes(capability.through)
        ? capability.labels.filter((label) => !always.has(label))
        : [],
    ),
  ),
]

const isAskedFor = (label: string, { asked }: ClusterQueries): boolean =>
  asked.some(
    ({ language, reading: { selectors, labelUses } }) =>
      language === 'promql' &&
      (labelUses.some((use) => use.label === label) ||
        selectors.some(({ matchers }) => matchers.some((matcher) => matcher.label === label))),
  )

interface TakingIn {
  readonly promoted: ReadonlySet<string>
  readonly place: Place
}

/** Configurations of Prometheus, by what each makes a label of. */
const configsOf = (placement: Placement): readonly TakingIn[] =>
  objectsOf(placement).flatMap(({ object, place }) =>
    Object.entries(object.kind === 'ConfigMap' ? (object.data ?? {}) : {}).flatMap(([file, text]) => {
      if (typeof text !== 'string' || !/^global:/m.test(text)) return []
      const promoted = texts(at(mapIn(text), 'otlp.promote_resource_attributes'))
      return [
        {
          promoted: new Set(promoted.map(labelName)),
          place: place(['data', file]),
        },
      ]
    }),
  )
