import { recordsIn } from '../../check/pods.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import { at } from '../../plan/values.ts'
import type { Passage } from './network-peers.ts'

/** For people, behind `from` or `to`: `app=shop of shop at 443/TCP`. */
export const passageText = ({ peer, port }: Passage): string =>
  `${peer === undefined ? 'anybody' : peerText(peer)}${port === undefined ? '' : ` at ${portText(port)}`}`

const peerText = (peer: NonNullable<Passage['peer']>): string => {
  if (isRecord(peer.ipBlock)) return String(peer.ipBlock.cidr)
  const pods = selectorText(peer.podSelector) ?? 'every Pod'
  if (peer.namespaceSelector === undefined) return pods
  const home = at(peer.namespaceSelector, 'matchLabels')
  const name = isRecord(home) ? home['kubernetes.io/metadata.name'] : undefined
  return `${pods} of ${name ?? selectorText(peer.namespaceSelector) ?? 'every namespace'}`
}

const selectorText = (selector: unknown): string | undefined => {
  const labels = at(selector, 'matchLabels')
  const words = [
    ...Object.entries(isRecord(labels) ? labels : {}).map(([key, value]) => `${key}=${value}`),
    ...recordsIn(at(selector, 'matchExpressions')).map(({ record: { key, operator } }) => `${key} ${operator} …`),
  ]
  return words.length === 0 ? undefined : words.join(',')
}

const portText = ({ port, endPort, protocol = 'TCP' }: NonNullable<Passage['port']>): string =>
  `${port ?? 'every port'}${endPort === undefined ? '' : `-${endPort}`}/${protocol}`
