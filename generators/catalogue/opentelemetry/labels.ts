import { identityAttributes } from '../../objects/opentelemetry/identity-attributes.ts'
import { labelName } from '../../objects/prometheus/label-name.ts'

/** Labels of everything that comes from a collector of ours. */
export const identityLabels: readonly string[] = identityAttributes.map(labelName)

/** What Prometheus is told of the part of a program, or of a collector, that made a series. */
export const scopeLabels: readonly string[] = ['otel_scope_name', 'otel_scope_version']
