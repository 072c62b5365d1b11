import { describe, expect, test } from 'vitest'
import { openedNetwork } from '../../../generators/compare/risks/opened-network.ts'
import { kustomization, type Side, told } from './risky.ts'

const policy = (spec: string, name = 'web') => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: monitoring }
spec: { ${spec} }
---`
const deny = policy('podSelector: {}, policyTypes: [Ingress, Egress]', 'default-deny')
const web = 'podSelector: { matchLabels: { app: web } }'
const allow = (from: string, ports = '') =>
  policy(`${web}, policyTypes: [Ingress], ingress: [{ from: [${from}]${ports && `, ports: [${ports}]`} }]`)
const objects = (...texts: readonly string[]): Side => ({ objects: texts.join('') })
const deployment = (app: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${app}, namespace: monitoring }
spec: { template: { metadata: { labels: { app: ${app} } }, spec: {} } }
---`
const shop = '{ podSelector: { matchLabels: { app: shop } } }'
const block = (cidr: string) => `{ ipBlock: { cidr: ${cidr} } }`

describe('the network opens', () => {
  test('where several policies go, said once', () => {
    const before = objects(deny, policy('podSelector: {}, policyTypes: [Ingress, Egress]', 'other'))
    expect(told(openedNetwork, { before, after: {} })).toEqual([
      '2 network policies (default-deny and other) go away, and Pods that stay can be reached by all and reach everything',
    ])
  })

  test('where a policy of Cilium lets others in', () => {
    const cilium = (...labels: readonly string[]) => ({
      objects: `
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: web, namespace: monitoring }
spec:
  endpointSelector: { matchLabels: { app: web } }
  ingress: [${labels.map((app) => `{ fromEndpoints: [{ matchLabels: { app: ${app} } }] }`).join()}]
`,
    })
    expect(told(openedNetwork, { before: cilium('a'), after: cilium('a', 'b') })).toEqual([
      'CiliumNetworkPolicy monitoring/web lets in others',
    ])
    expect(told(openedNetwork, { before: cilium('a', 'b'), after: cilium('b') })).toEqual([])
  })

  test.each([
    [
      'the policy that closed a namespace goes',
      objects(deny),
      {},
      'default-deny goes away, and Pods that stay can be reached by all and reach everything',
    ],
    [
      'the only policy of some Pods goes',
      objects(allow(shop)),
      {},
      'web goes away, and Pods that stay can be reached by all',
    ],
    [
      'its Pods stay',
      objects(allow(shop), deployment('web')),
      objects(deployment('web')),
      'web goes away, and Pods that stay can be reached by all',
    ],
    [
      'one more may come',
      objects(allow(shop)),
      objects(allow(`${shop}, ${block('10.0.0.0/8')}`)),
      'web lets in 10.0.0.0/8',
    ],
    ['anybody may come', objects(allow(shop)), objects(allow('')), 'web lets in anybody'],
    [
      'more addresses may come',
      objects(allow(block('10.1.0.0/16'))),
      objects(allow(block('10.0.0.0/8'))),
      'web lets in 10.0.0.0/8',
    ],
    [
      'more ports are open',
      objects(allow(shop, '{ port: 80 }')),
      objects(allow(shop, '{ port: 80 }, { port: 443 }')),
      'web lets in app=shop at 443/TCP',
    ],
    ['every port is open', objects(allow(shop, '{ port: 80 }')), objects(allow(shop)), 'web lets in app=shop'],
    [
      'a label is no longer asked for',
      objects(allow(shop)),
      objects(allow('{ podSelector: {} }')),
      'web lets in every Pod',
    ],
    [
      'it is about fewer Pods',
      objects(policy(`podSelector: {}, policyTypes: [Ingress]`)),
      objects(policy(`${web}, policyTypes: [Ingress]`)),
      'web is about fewer Pods',
    ],
    [
      'it is about one direction less',
      objects(policy(`${web}, policyTypes: [Ingress, Egress]`)),
      objects(policy(`${web}, policyTypes: [Ingress]`)),
      'web no longer decides about Egress',
    ],
    [
      'a new one opens what was closed',
      objects(deny),
      objects(deny, allow(block('0.0.0.0/0'))),
      'web is new, and lets in 0.0.0.0/0',
    ],
  ])('where %s', (_, before, after, what) => {
    expect(told(openedNetwork, { before, after })).toEqual([`NetworkPolicy monitoring/${what}`])
  })
})

test.each([
  ['a way through a closed namespace goes', objects(deny, allow(shop)), objects(deny)],
  ['a new part of a closed namespace brings its own', objects(deny), objects(deny, allow(shop))],
  ['a new one closes what was open', {}, objects(allow(shop))],
  ['fewer addresses may come', objects(allow(block('10.0.0.0/8'))), objects(allow(block('10.1.0.0/16')))],
  ['fewer ports are open', objects(allow(shop)), objects(allow(shop, '{ port: 80 }'))],
  ['one more label is asked for', objects(allow('{ podSelector: {} }')), objects(allow(shop))],
  [
    'peers are written in another order',
    objects(allow(`${shop}, ${block('::/0')}`)),
    objects(allow(`${block('::/0')}, ${shop}`)),
  ],
  [
    'it is about more Pods',
    objects(policy(`${web}, policyTypes: [Ingress]`)),
    objects(policy('podSelector: {}, policyTypes: [Ingress]')),
  ],
  [
    'a range of ports is narrowed',
    objects(allow(shop, '{ port: 80, endPort: 90 }')),
    objects(allow(shop, '{ port: 85 }')),
  ],
  ['its Pods go with it', objects(allow(shop), deployment('web')), {}],
  [
    'it stays in the cluster',
    { ...objects(deny), control: kustomization('prune: false') },
    { control: kustomization('prune: false') },
  ],
])('the network does not open where %s', (_, before, after) => {
  expect(told(openedNetwork, { before, after })).toEqual([])
})
