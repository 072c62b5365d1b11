import { identityAttributes } from './identity.ts'

/** What an attribute of a resource is called as a label, in Prometheus and in Loki. */
export const labelOf = (attribute: string): string => attribute.replaceAll(/[^a-zA-Z0-9_]/g, '_')

/** Labels of everything that comes from a collector of ours. */
export const identityLabels: readonly string[] = identityAttributes.map(labelOf)

/** What Prometheus is told of the part of a program, or of a collector, that made a series. */
export const scopeLabels: readonly string[] = ['otel_scope_name', 'otel_scope_version']
