import { identityAttributes } from '../../objects/opentelemetry/identity-attributes.ts'
import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { list, texts } from '../collector/shape.ts'
import { mapIn } from '../map-in.ts'
import { objectsOf } from '../objects.ts'
import type { Rule } from '../rule.ts'

export const labelledLogs: Rule = {
  name: 'labelled-logs',
  because: 'logs arrived in Loki without labels, and nobody could ask for the lines of one cluster',
  check: ({ cluster: { cluster, placements } }) =>
    cluster.identity.role !== 'hub'
      ? []
      : placements.filter(takesLogs).flatMap((placement) =>
          objectsOf(placement).flatMap(({ object }) =>
            Object.values(object.kind === 'ConfigMap' ? (object.data ?? {}) : {}).flatMap((text) => {
              const missing = unlabelled(text)
              if (missing.length === 0) return []
              return [
                {
                  rule: labelledLogs.name,
                  place: placement.place,
                  reason: `${placement.name} makes no label of ${missing.join(' and ')}, so that the lines of ${cluster.name} and its edges cannot be told apart`,
                  fix: "write otlpLabels: ['cluster.id', 'cluster.role'], which is limits_config.otlp_config in its own words",
                },
              ]
            }),
          ),
        ),
}

const takesLogs = ({ provides }: Placement): boolean =>
  provides.some((one) => one.kind === 'endpoint' && one.name === 'otlp-logs')

/** What a configuration of Loki makes no label of. Any other text lacks nothing. */
const unlabelled = (text: unknown): readonly string[] => {
  const config = typeof text === 'string' && /^schema_config:/m.test(text) ? mapIn(text) : undefined
  if (config === undefined) return []
  const labelled = list(at(config, 'limits_config.otlp_config.resource_attributes.attributes_config')).filter(
    ({ action }) => action === 'index_label',
  )
  return identityAttributes.filter((attribute) => !labelled.some((one) => names(one, attribute)))
}

const names = ({ attributes, regex }: Readonly<Record<string, unknown>>, attribute: string): boolean =>
  texts(attributes).includes(attribute) || (typeof regex === 'string' && matches(regex, attribute))

/** Written in the words of Go, which are mostly those of JavaScript; where they are not, it is taken to be meant well. */
const matches = (regex: string, attribute: string): boolean => {
  try {
    return new RegExp(`^(?:${regex})$`).test(attribute)
  } catch {
    return true
  }
}
