import { isRecord } from '../../fleet/checks/check.ts'
import { arrow } from './shown.ts'
import type { Leaf, Teller } from './telling.ts'

/** `Service web: port 80 → 8080`, `Service web: type ClusterIP → LoadBalancer` */
export const serviceWords: Teller = ({ object, leaves }) => {
  if (object?.identity.kind !== 'Service') return { words: [], rest: leaves }
  const ports = leaves.filter(isPort)
  const [gone, come] = [
    ports.filter(({ after }) => after === undefined),
    ports.filter(({ before }) => before === undefined),
  ]
  const replaced = gone.length === 1 && come.length === 1
  const words = [
    ...leaves.flatMap(fieldWords),
    ...(replaced ? [`port ${arrow({ before: numberOf(gone[0]!.before), after: numberOf(come[0]!.after) })}`] : []),
    ...(replaced ? [] : come.map(({ after }) => `port ${numberOf(after)} added`)),
    ...(replaced ? [] : gone.map(({ before }) => `port ${numberOf(before)} removed`)),
  ]
  return {
    words: words.length === 0 ? [] : [`Service ${object.identity.name}: ${words.join(', ')}`],
    rest: leaves.filter((leaf) => !isPort(leaf) && fieldWords(leaf).length === 0),
  }
}

const isPort = ({ path }: Leaf): boolean => path.length === 3 && path[1] === 'ports'

const numberOf = (port: unknown): unknown => (isRecord(port) ? port.port : port)

const nouns: Readonly<Record<string, string>> = {
  port: 'port',
  targetPort: 'target port',
  nodePort: 'node port',
  protocol: 'protocol',
  type: 'type',
  loadBalancerIP: 'address',
  clusterIP: 'address in the cluster',
}

const fieldWords = (leaf: Leaf): readonly string[] => {
  const [first, second, , field] = leaf.path
  const name = nouns[(second === 'ports' ? field : second) ?? '']
  if (first !== 'spec' || name === undefined || leaf.path.length > 4) return []
  return [`${name} ${arrow(leaf)}`]
}
