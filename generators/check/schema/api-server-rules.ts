import { type KnownPattern, knownPatterns as known } from './known-patterns.ts'
import type { MapData, ScalarData, SchemaData } from './schema-file.ts'

/** What holds for a definition beyond what its OpenAPI schema says. */
export interface DefinitionRules {
  /** What these fields are instead. */
  readonly fields?: Readonly<Record<string, SchemaData>>
  /** Fields that must be given as well. */
  readonly required?: readonly string[]
  readonly exactlyOneOf?: readonly string[]
}

const matching = ({ pattern }: KnownPattern, limits: Partial<ScalarData> = {}): ScalarData => ({
  type: 'string',
  pattern,
  ...limits,
})
/** For fields that need not be given: empty means the same as absent. */
const orEmpty = (data: ScalarData): ScalarData => ({ ...data, pattern: `^$|${data.pattern}` })
const oneOf = (...values: readonly string[]): ScalarData => ({ type: 'string', enum: values })

const dnsLabel = matching(known.dnsLabel, { maxLength: 63 })
const dnsSubdomain = matching(known.dnsSubdomain, { maxLength: 253 })
const dataKey = matching(known.dataKey, { maxLength: 253 })
const labels: MapData = { keys: matching(known.labelKey), values: matching(known.labelValue) }
const port: ScalarData = { type: 'int32', minimum: 1, maximum: 65535 }
const portOrZero: ScalarData = { ...port, minimum: 0 }
const portName = matching(known.portName, { maxLength: 15 })
const portOrName: ScalarData = { ...portName, type: 'int-or-string' }
const numberOrPercentage = matching(known.percentage, { type: 'int-or-string' })
const rollingUpdate: DefinitionRules = { fields: { maxSurge: numberOrPercentage, maxUnavailable: numberOrPercentage } }

/**
 * What the API server checks in its own kinds although its OpenAPI documents do not say so, by definition
 * (k8s.io/kubernetes/pkg/apis/…/validation).
 */
export const apiServerRules: Readonly<Record<string, DefinitionRules>> = {
  'admissionregistration.k8s.io_v1#WebhookClientConfig': { exactlyOneOf: ['service', 'url'] },
  'apps_v1#DaemonSet': { required: ['spec'] },
  'apps_v1#Deployment': { required: ['spec'] },
  'apps_v1#RollingUpdateDaemonSet': rollingUpdate,
  'apps_v1#RollingUpdateDeployment': rollingUpdate,
  'apps_v1#StatefulSet': { required: ['spec'] },
  'batch_v1#CronJob': { required: ['spec'] },
  'batch_v1#CronJobSpec': { fields: { schedule: matching(known.cronSchedule) } },
  'batch_v1#Job': { required: ['spec'] },
  'core_v1#ConfigMap': {
    fields: { data: { keys: dataKey, values: 'string' }, binaryData: { keys: dataKey, values: 'base64' } },
  },
  'core_v1#Container': { fields: { name: dnsLabel }, required: ['image'] },
  'core_v1#ContainerPort': { fields: { containerPort: port, hostPort: portOrZero, name: orEmpty(portName) } },
  'core_v1#EnvFromSource': { exactlyOneOf: ['configMapRef', 'secretRef'] },
  'core_v1#EnvVar': { fields: { name: matching(known.environmentVariable) } },
  'core_v1#EnvVarSource': {
    exactlyOneOf: ['configMapKeyRef', 'fieldRef', 'fileKeyRef', 'resourceFieldRef', 'secretKeyRef'],
  },
  'core_v1#HTTPGetAction': { fields: { port: portOrName } },
  'core_v1#LifecycleHandler': { exactlyOneOf: ['exec', 'httpGet', 'sleep', 'tcpSocket'] },
  'core_v1#PersistentVolumeClaimSpec': { required: ['accessModes', 'resources'] },
  'core_v1#Pod': { required: ['spec'] },
  'core_v1#PodSpec': { fields: { nodeSelector: labels, serviceAccountName: orEmpty(dnsSubdomain) } },
  'core_v1#PodTemplateSpec': { required: ['spec'] },
  'core_v1#Probe': { exactlyOneOf: ['exec', 'grpc', 'httpGet', 'tcpSocket'] },
  'core_v1#Secret': {
    fields: { data: { keys: dataKey, values: 'base64' }, stringData: { keys: dataKey, values: 'string' } },
  },
  'core_v1#Service': { required: ['spec'] },
  'core_v1#ServicePort': {
    fields: { name: orEmpty(dnsLabel), nodePort: portOrZero, port, targetPort: orEmpty(portOrName) },
  },
  'core_v1#ServiceSpec': { fields: { selector: labels } },
  'core_v1#TCPSocketAction': { fields: { port: portOrName } },
  'core_v1#Volume': { fields: { name: dnsLabel } },
  'meta#LabelSelector': { fields: { matchLabels: labels } },
  'meta#LabelSelectorRequirement': { fields: { operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist') } },
  'meta#ObjectMeta': {
    fields: {
      annotations: { keys: matching(known.annotationKey), values: 'string' },
      labels,
      namespace: orEmpty(dnsLabel),
    },
  },
  'networking.k8s.io_v1#IngressBackend': { exactlyOneOf: ['resource', 'service'] },
  'networking.k8s.io_v1#NetworkPolicyPort': { fields: { port: portOrName } },
  'policy_v1#PodDisruptionBudgetSpec': {
    fields: { maxUnavailable: numberOrPercentage, minAvailable: numberOrPercentage },
  },
  'rbac.authorization.k8s.io_v1#RoleRef': {
    fields: { apiGroup: oneOf('', 'rbac.authorization.k8s.io'), kind: oneOf('ClusterRole', 'Role') },
  },
  'rbac.authorization.k8s.io_v1#Subject': { fields: { kind: oneOf('Group', 'ServiceAccount', 'User') } },
}
