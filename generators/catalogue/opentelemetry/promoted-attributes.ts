import { identityAttributes } from '../../objects/opentelemetry/identity-attributes.ts'
import { podAttributes, podLabels } from '../otel-agent/attributes.ts'

/** The attributes by which our collectors say where a sample is from: each is a label of every series that has it. */
export const promotedAttributes: readonly string[] = [
  ...identityAttributes,
  'service.name',
  'service.instance.id',
  ...podAttributes,
  ...podLabels,
]
