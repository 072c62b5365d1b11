import { type Leaf, leavesOf } from '../../check/leaves.ts'
import { asksForLogin } from '../../check/open-doors.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { Values } from '../../fleet/component.ts'
import { at } from '../../plan/values.ts'
import type { Door } from './doors.ts'

/** Ways in that a chart is told to open, by the names that charts have in common. */
export const valueDoors = (values: Values): readonly Door[] =>
  leavesOf(values)
    .filter((leaf) => !isOff(leaf))
    .flatMap((leaf) => [...byService(leaf), ...bySwitch(leaf, values), ...byNode(leaf)])

/** Whatever stands in something that is switched off opens nothing. */
const isOff = ({ within }: Leaf): boolean => within.some((one) => isRecord(one) && one.enabled === false)

const byService = ({ key, value, path }: Leaf): readonly Door[] =>
  /^(type|serviceType)$/.test(key) && (value === 'NodePort' || value === 'LoadBalancer')
    ? [{ way: `a Service of type ${value} (${path.join('.')})` }]
    : []

const switches = /(^|\.)(ingress\w*|httpRoute|grpcRoute|gateway|gatewayAPI|route\.[^.]+)\.enabled$/i

const bySwitch = ({ path, value, within }: Leaf, values: Values): readonly Door[] => {
  const text = path.join('.')
  if (value !== true || !switches.test(text)) return []
  const around = path.slice(0, -1).join('.')
  const isGateway = path.at(-2) === 'gateway'
  // Loki calls its own reverse proxy a gateway, which is no way in.
  if (isGateway && !isRecord(at(values, `${around}.listeners`))) return []
  const settings = within.at(-1)
  const asks = asksForLogin(at(settings, 'annotations'))
  return [{ way: around, asks }, ...hostsIn(settings).map((host) => ({ way: `${host} (${around})`, asks }))]
}

const hostsIn = (settings: unknown): readonly string[] =>
  [at(settings, 'hosts'), at(settings, 'hostnames'), at(settings, 'hostname'), at(settings, 'host')]
    .flat()
    .flatMap((one) => (isRecord(one) ? [one.host ?? one.name] : [one]))
    .filter((one) => typeof one === 'string' && one !== '')
    .map(String)

const byNode = ({ key, value, path, within }: Leaf): readonly Door[] => {
  if (key === 'hostNetwork' && value === true) return [{ way: `the network of its node (${path.join('.')})` }]
  const isOn = key === 'hostPort' && Number(value) > 0 && at(within.at(-1), 'enabled') !== false
  return isOn ? [{ way: `port ${value} of its node (${path.join('.')})` }] : []
}
