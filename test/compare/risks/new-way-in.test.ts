import { describe, expect, test } from 'vitest'
import { newWayIn } from '../../../generators/compare/risks/new-way-in.ts'
import { found, told } from './risky.ts'

const object = (apiVersion: string, kind: string, spec: string, annotations = '') => ({
  objects: `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: web, namespace: monitoring, annotations: { ${annotations} } }
spec: { ${spec} }
`,
})
const service = (spec: string, annotations = '') =>
  object('v1', 'Service', `ports: [{ port: 80 }], ${spec}`, annotations)
const ingress = (host: string, annotations = '') =>
  object('networking.k8s.io/v1', 'Ingress', `rules: [{ host: ${host}, http: { paths: [{ path: / }] } }]`, annotations)
const route = (spec: string) =>
  object('gateway.networking.k8s.io/v1', 'HTTPRoute', `parentRefs: [{ name: public }], ${spec}`)
const gateway = (...ports: readonly number[]) =>
  object('gateway.networking.k8s.io/v1', 'Gateway', `listeners: [${ports.map((port) => `{ port: ${port} }`).join()}]`)
const pods = (spec: string, image = 'web:1') =>
  object(
    'apps/v1',
    'Deployment',
    `template: { spec: { ${spec} containers: [{ name: web, image: ${image}, ports: [{ hostPort: 0 }] }] } }`,
  )
const values = (text: string) => ({ values: text })
const login = "nginx.ingress.kubernetes.io/auth-url: 'https://login'"

describe('a way in is opened', () => {
  test('by a Service, with what to check', () => {
    expect(found(newWayIn, { before: service('type: ClusterIP'), after: service('type: NodePort') })).toEqual([
      {
        what: 'Service monitoring/web opens a way in: port 80 on every node',
        because:
          'Whoever reaches that address talks to it, and nothing here says that it asks who they are. Check that it asks for a login by itself, or that only trusted people reach the network.',
        object: { group: '', kind: 'Service', namespace: 'monitoring', name: 'web' },
      },
    ])
  })

  test.each([
    [
      'a load balancer',
      service(''),
      service('type: LoadBalancer'),
      'Service monitoring/web opens a way in: port 80 of a load balancer',
    ],
    [
      'one that was internal',
      service('type: LoadBalancer', 'networking.gke.io/load-balancer-type: Internal'),
      service('type: LoadBalancer'),
      'Service monitoring/web opens a way in: port 80 of a load balancer',
    ],
    [
      'more addresses',
      service('type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]'),
      service('type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8, 0.0.0.0/0]'),
      'Service monitoring/web opens a way in: port 80 of a load balancer from 0.0.0.0/0',
    ],
    ['an Ingress', {}, ingress('web.example.com'), 'Ingress monitoring/web opens a way in: web.example.com/'],
    [
      'a route',
      {},
      route('hostnames: [web.example.com]'),
      'HTTPRoute monitoring/web opens a way in: web.example.com/ by Gateway public',
    ],
    ['a listener', gateway(443), gateway(443, 80), 'Gateway monitoring/web opens a way in: port 80 for any host'],
    [
      'the network of a node',
      pods(''),
      pods('hostNetwork: true,'),
      'Deployment monitoring/web opens a way in: the network of its node',
    ],
    [
      'a port of a node',
      pods(''),
      { objects: pods('').objects.replace('hostPort: 0', 'hostPort: 8080') },
      'Deployment monitoring/web opens a way in: port 8080 of its node',
    ],
    [
      'a tunnel',
      {},
      pods('', 'docker.io/cloudflare/cloudflared:1'),
      'Deployment monitoring/web opens a way in: a host of Cloudflare by a tunnel',
    ],
  ])('by %s', (_, before, after, what) => {
    expect(told(newWayIn, { before, after })).toEqual([what])
  })

  test('by a host of a tunnel that is configured in the cluster', () => {
    const tunnel = (hosts: string) => ({
      objects: `
apiVersion: v1
kind: ConfigMap
metadata: { name: tunnel, namespace: monitoring }
data:
  config.yaml: |
    ingress: [${hosts}{ service: 'http_status:404' }]
`,
    })
    expect(
      told(newWayIn, { before: tunnel(''), after: tunnel('{ hostname: a.example.com, service: "http://a" }, ') }),
    ).toEqual(['ConfigMap monitoring/tunnel opens a way in: a.example.com by a tunnel to http://a'])
  })

  test.each([
    [
      'a Service',
      'prometheus: { service: { type: NodePort } }',
      'a Service of type NodePort (prometheus.service.type)',
    ],
    [
      'an Ingress',
      'grafana: { ingress: { enabled: true, hosts: [g.example.com] } }',
      'grafana.ingress and g.example.com (grafana.ingress)',
    ],
    ['a route', 'grafana: { route: { main: { enabled: true } } }', 'grafana.route.main'],
    ['a node', 'hostNetwork: true', 'the network of its node (hostNetwork)'],
    ['a port of a node', 'ports: { otlp: { hostPort: 4317 } }', 'port 4317 of its node (ports.otlp.hostPort)'],
  ])('by %s in values', (_, text, ways) => {
    expect(told(newWayIn, { before: values('{}'), after: values(text) })).toEqual([
      `the release app opens a way in: ${ways}`,
    ])
  })

  test('by an Ingress that asks for a login, and one that no longer does', () => {
    expect(found(newWayIn, { before: {}, after: ingress('a', login) })[0]?.because).toContain('speak of a login')
    expect(told(newWayIn, { before: ingress('a', login), after: ingress('a') })).toEqual([
      'Ingress monitoring/web no longer asks for a login at a/',
    ])
  })
})

test.each([
  ['it stays inside', {}, service('type: ClusterIP')],
  ['a way is closed', service('type: NodePort'), service('type: ClusterIP')],
  [
    'another number is asked for the same port',
    service('type: NodePort, nodePort: 1'),
    service('type: NodePort, nodePort: 2'),
  ],
  [
    'fewer addresses may come',
    service('type: LoadBalancer, loadBalancerSourceRanges: [a, b]'),
    service('type: LoadBalancer, loadBalancerSourceRanges: [a]'),
  ],
  ['a host goes', ingress('a'), {}],
  ['a login is added', ingress('a'), ingress('a', login)],
  ['the mesh alone is meant', {}, object('networking.istio.io/v1', 'VirtualService', 'hosts: [a], gateways: [mesh]')],
  ['a part is switched off', values('{}'), values('grafana: { enabled: false, service: { type: NodePort } }')],
  ['an Ingress is switched off', values('{}'), values('ingress: { enabled: false, hosts: [a] }')],
  ["Loki's gateway is switched on", values('{}'), values('gateway: { enabled: true }')],
])('no way in is opened where %s', (_, before, after) => {
  expect(told(newWayIn, { before, after })).toEqual([])
})
