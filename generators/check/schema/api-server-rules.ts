import { namePatterns } from './name-patterns.ts'
import type { MapData, ScalarData, SchemaData } from './schema-file.ts'

const matching = (pattern: string, maxLength?: number): ScalarData => ({
  type: 'string',
  pattern,
  ...(maxLength === undefined ? {} : { maxLength }),
})

const dnsLabel = matching(namePatterns.dnsLabel, 63)
const dataKey = matching(namePatterns.dataKey, 253)
const labels: MapData = { keys: matching(namePatterns.labelKey), values: matching(namePatterns.labelValue) }
const port: ScalarData = { type: 'int32', minimum: 1, maximum: 65535 }
/** Zero stands for none. */
const portOrNone: ScalarData = { ...port, minimum: 0 }

/**
 * What the API server checks in fields of its own kinds although its OpenAPI documents do not say so: fields by
 * definition and name, and what they are instead (k8s.io/kubernetes/pkg/apis/core/validation).
 */
export const apiServerRules: Readonly<Record<string, SchemaData>> = {
  'meta_v1#LabelSelector.matchLabels': labels,
  'meta_v1#LabelSelectorRequirement.operator': { type: 'string', enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
  'meta_v1#ObjectMeta.annotations': { keys: matching(namePatterns.annotationKey), values: 'string' },
  'meta_v1#ObjectMeta.labels': labels,
  'meta_v1#ObjectMeta.namespace': dnsLabel,
  'core_v1#ConfigMap.binaryData': { keys: dataKey, values: 'base64' },
  'core_v1#ConfigMap.data': { keys: dataKey, values: 'string' },
  'core_v1#Container.name': dnsLabel,
  'core_v1#ContainerPort.containerPort': port,
  'core_v1#ContainerPort.hostPort': portOrNone,
  'core_v1#ContainerPort.name': matching(namePatterns.portName, 15),
  'core_v1#EnvVar.name': matching(namePatterns.environmentVariable),
  'core_v1#PodSpec.nodeSelector': labels,
  'core_v1#PodSpec.serviceAccountName': matching(namePatterns.dnsSubdomain, 253),
  'core_v1#Secret.data': { keys: dataKey, values: 'base64' },
  'core_v1#Secret.stringData': { keys: dataKey, values: 'string' },
  'core_v1#ServicePort.name': dnsLabel,
  'core_v1#ServicePort.nodePort': portOrNone,
  'core_v1#ServicePort.port': port,
  'core_v1#ServiceSpec.selector': labels,
  'core_v1#Volume.name': dnsLabel,
}
