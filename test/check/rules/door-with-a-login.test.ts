import { describe, expect, test } from 'vitest'
import { doorWithALogin } from '../../../generators/check/rules/door-with-a-login.ts'
import { cloudflareTunnel, environment, kubePrometheusStack } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, object } from './objects.ts'
import { home, homelab } from './platform.ts'

const fix =
  'keep it inside the cluster, or say that only trusted people reach this network: environment({ privateNetwork: true })'
const opened = (to: string, how: string) => `${to} can be reached from outside by ${how}, and asks for no login`

describe(doorWithALogin.because, () => {
  test('a NodePort by an option of the environment', () => {
    const dev = environment({ storageClass: 'local-path' }, [kubePrometheusStack({ prometheus: { nodePort: 30900 } })])
    expect(problemsOf(homelab([kubePrometheusStack()], {}, dev))).toEqual([
      ['environments.dev.kube-prometheus-stack.prometheus.nodePort', opened('prometheus', 'NodePort 30900'), fix],
    ])
  })

  test('a tunnel that leads to Alertmanager', () => {
    expect(problemsOf(homelab([kubePrometheusStack(), cloudflareTunnel({ to: 'alertmanager' })]))).toEqual([
      [`${home}.cloudflare-tunnel.to`, opened('alertmanager', 'a Cloudflare Tunnel'), fix],
    ])
  })

  test.each([
    ['a Service', { service: { type: 'LoadBalancer' } }, 'service.type', 'a Service of type LoadBalancer'],
    ['an Ingress', { ingress: { enabled: true, hosts: ['a.example'] } }, 'ingress.enabled', 'alertmanager.ingress'],
    ['a route', { route: { main: { enabled: true } } }, 'route.main.enabled', 'alertmanager.route.main'],
  ])('%s among the values', (_, alertmanager, path, how) => {
    expect(problemsOf(homelab([kubePrometheusStack({ values: { alertmanager } })]))).toEqual([
      [`${home}.kube-prometheus-stack.values.alertmanager.${path}`, opened('alertmanager', how), fix],
    ])
  })

  const service = 'kube-prometheus-stack-prometheus'
  const backend = { service: { name: service, port: { number: 9090 } } }
  const paths = [{ path: '/', pathType: 'Prefix', backend }]
  const ingress = object('networking.k8s.io/v1', 'Ingress', 'web', { spec: { rules: [{ http: { paths } }] } })
  const route = object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', {
    spec: { rules: [{ backendRefs: [{ name: service, port: 9090 }] }] },
  })
  const port = object('v1', 'Service', service, { spec: { type: 'NodePort', ports: [{ port: 9090 }] } })

  test.each([
    ['an Ingress', ingress, 'rules.0.http.paths.0.backend', 'Ingress web'],
    ['a route', route, 'rules.0.backendRefs.0', 'HTTPRoute web'],
    ['a Service', port, 'type', `Service ${service}`],
  ])("%s of the user's own", (_, one, path, how) => {
    expect(problemsOf(homelab([kubePrometheusStack(), app(one)], { crds: ['gateway.networking.k8s.io'] }))).toEqual([
      [`${home}.app.objects.0.spec.${path}`, opened('prometheus', how), fix],
    ])
  })

  test("an Ingress of the user's own that asks for a login is silent", () => {
    const annotations = { 'nginx.ingress.kubernetes.io/auth-url': 'https://login.example' }
    const guarded = { ...ingress, metadata: { name: 'web', annotations } }
    expect(problemsOf(homelab([kubePrometheusStack(), app(guarded)]))).toEqual([])
  })
})

test("Grafana's login, an Ingress that asks for one, and a private network are silent", () => {
  const annotations = { 'nginx.ingress.kubernetes.io/auth-url': 'https://login.example' }
  const guarded = { prometheus: { ingress: { enabled: true, hosts: ['a.example'], annotations } } }
  const open = kubePrometheusStack({ prometheus: { nodePort: 30900 } })
  const trusted = environment({ storageClass: 'local-path', privateNetwork: true })
  expect(problemsOf(homelab([kubePrometheusStack({ grafana: { nodePort: 30300 } }), cloudflareTunnel()]))).toEqual([])
  expect(problemsOf(homelab([kubePrometheusStack({ values: guarded })]))).toEqual([])
  expect(problemsOf(homelab([open], {}, trusted))).toEqual([])
})
