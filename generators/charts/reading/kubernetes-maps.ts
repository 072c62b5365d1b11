import { isOpen, type KeyMap, type Keys } from '../keys.ts'
import { withMissing } from './merge.ts'
import { isKeyMap } from './shape.ts'

/** Maps of names that people make up: whatever the chart puts there by default, others are as good. */
const freeForm = /(annotations|labels|selector)$|^(env|limits|requests)$/i

/** Maps that a chart hands to Kubernetes as they are, too deep to be worth listing here. */
const handedOn: ReadonlySet<string> = new Set([
  'affinity',
  'appArmorProfile',
  'lifecycle',
  'seLinuxOptions',
  'seccompProfile',
])

const security: KeyMap = {
  allowPrivilegeEscalation: true,
  appArmorProfile: {},
  capabilities: {},
  fsGroup: 0,
  fsGroupChangePolicy: '',
  privileged: true,
  procMount: '',
  readOnlyRootFilesystem: true,
  runAsGroup: 0,
  runAsNonRoot: true,
  runAsUser: 0,
  seLinuxChangePolicy: '',
  seLinuxOptions: {},
  seccompProfile: {},
  supplementalGroups: [],
  supplementalGroupsPolicy: '',
  sysctls: [],
  windowsOptions: {},
}
const probe: KeyMap = {
  exec: {},
  failureThreshold: 0,
  grpc: {},
  httpGet: {},
  initialDelaySeconds: 0,
  periodSeconds: 0,
  successThreshold: 0,
  tcpSocket: {},
  terminationGracePeriodSeconds: 0,
  timeoutSeconds: 0,
}
const strategy: KeyMap = { type: '', rollingUpdate: {} }

/** What Kubernetes knows in maps that charts hand on to it, by the names that charts give them. */
const fields: Readonly<Record<string, KeyMap>> = {
  attachMetadata: { node: true },
  behavior: { scaleDown: {}, scaleUp: {} },
  capabilities: { add: [], drop: [] },
  containerSecurityContext: security,
  deploymentStrategy: strategy,
  emptyDir: { medium: '', sizeLimit: '' },
  httpGet: { host: '', httpHeaders: [], path: '', port: null, scheme: '' },
  livenessProbe: probe,
  pdb: { maxUnavailable: '', minAvailable: '', unhealthyPodEvictionPolicy: '' },
  podDisruptionBudget: { maxUnavailable: '', minAvailable: '', unhealthyPodEvictionPolicy: '' },
  podSecurityContext: security,
  readinessProbe: probe,
  resources: { claims: [], limits: {}, requests: {} },
  rollingUpdate: { maxSurge: '', maxUnavailable: '', partition: 0 },
  securityContext: security,
  selector: { matchExpressions: [], matchLabels: {} },
  startupProbe: probe,
  strategy,
  updateStrategy: strategy,
}

/** `keys`, with what Kubernetes knows beyond a chart's defaults: a chart that sets `runAsUser` takes `runAsGroup` too. */
export const withKubernetesFields = (keys: KeyMap): KeyMap =>
  Object.fromEntries(Object.entries(keys).map(([name, shape]) => [name, isKeyMap(shape) ? inside(name, shape) : shape]))

const inside = (name: string, keys: KeyMap): KeyMap => {
  if (isOpen(keys) || handedOn.has(name) || (freeForm.test(name) && Object.values(keys).every(isScalar))) return {}
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined
  const isKubernetes = known !== undefined && Object.keys(keys).some((key) => Object.hasOwn(known, key))
  return withKubernetesFields(isKubernetes ? withMissing(keys, known) : keys)
}

const isScalar = (shape: Keys): boolean => typeof shape !== 'object'
