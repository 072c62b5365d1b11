import { describe, expect, test } from 'vitest'
import { nodePortOnce } from '../../../generators/check/rules/node-port-once.ts'
import { environment, helmRelease, kubePrometheusStack } from '../../../generators/fleetwright.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { app } from './objects.ts'
import { home, homelab } from './platform.ts'

const fix = 'give one of them another port from 30000 to 32767'
const trusted = environment({ storageClass: 'local-path', privateNetwork: true })

interface Port {
  readonly port: number
  readonly nodePort?: number
  readonly protocol?: string
}
const service = (name: string, ports: readonly Port[], type = 'NodePort'): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: {
    type,
    selector: { app: name },
    ports: ports.map((one) => ({ name: `port-${one.port}-${one.protocol}`.toLowerCase(), ...one })),
  },
})

describe(nodePortOnce.because, () => {
  test('two options of one component', () => {
    const stack = kubePrometheusStack({ prometheus: { nodePort: 30900 }, alertmanager: { nodePort: 30900 } })
    expect(problemsOf(homelab([stack], {}, trusted))).toEqual([
      [
        `${home}.kube-prometheus-stack.alertmanager.nodePort`,
        'NodePort 30900 of kube-prometheus-stack (alertmanager.service.nodePort) is taken by kube-prometheus-stack (prometheus.service.nodePort)',
        fix,
      ],
    ])
  })

  test('an option of an environment, and values of another component', () => {
    const dev = environment({ storageClass: 'local-path' }, [kubePrometheusStack({ grafana: { nodePort: 30300 } })])
    const ingress = helmRelease({
      name: 'ingress',
      chart: { url: 'https://charts.example', version: '1.0.0' },
      values: { controller: { service: { type: 'NodePort', nodePorts: { http: 30080, https: '30300' } } } },
    })
    expect(problemsOf(homelab([kubePrometheusStack(), ingress], {}, dev))).toEqual([
      [
        `${home}.ingress.values.controller.service.nodePorts.https`,
        'NodePort 30300 of ingress (controller.service.nodePorts.https) is taken by kube-prometheus-stack (grafana.service.nodePort)',
        fix,
      ],
    ])
  })

  test("two Services of the user's own", () => {
    const first = service('first', [{ port: 80, nodePort: 30080 }])
    const second = service('second', [
      { port: 80, nodePort: 30081 },
      { port: 443, nodePort: 30080 },
    ])
    expect(problemsOf(homelab([app(first, second)]))).toEqual([
      [
        `${home}.app.objects.1.spec.ports.1.nodePort`,
        'NodePort 30080 of Service monitoring/second is taken by Service monitoring/first',
        fix,
      ],
    ])
  })
})

test('one port in two clusters is silent', () => {
  const web = app(service('web', [{ port: 80, nodePort: 30080 }]))
  expect(problemsOf(fleet({ a: { components: [web] }, b: { components: [web] } }))).toEqual([])
})

test('one port for TCP and UDP is silent', () => {
  const dns = service('dns', [
    { port: 53, nodePort: 30053, protocol: 'TCP' },
    { port: 53, nodePort: 30053, protocol: 'UDP' },
  ])
  expect(problemsOf(homelab([app(dns)]))).toEqual([])
})

test('a port that the type of the Service leaves unused, and none at all, are silent', () => {
  const chart = { url: 'oci://registry.example/charts/web', version: '1.0.0' }
  const used = helmRelease({ name: 'used', chart, values: { service: { type: 'NodePort', nodePort: 30080 } } })
  const unused = helmRelease({ name: 'unused', chart, values: { service: { type: 'ClusterIP', nodePort: 30080 } } })
  const none = helmRelease({
    name: 'none',
    chart,
    values: { a: { nodePort: '' }, b: { nodePort: 0 }, c: { nodePort: null } },
  })
  expect(problemsOf(homelab([used, unused, none, none({ name: 'none-either' })]))).toEqual([])
})
