import { describe, expect, test } from 'vitest'
import { doorWithALogin } from '../../../generators/check/rules/door-with-a-login.ts'
import { cloudflareTunnel, environment, kubePrometheusStack } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
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
