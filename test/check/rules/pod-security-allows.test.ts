import { describe, expect, test } from 'vitest'
import { podSecurityAllows } from '../../../generators/check/rules/pod-security-allows.ts'
import type { PodSecurity } from '../../../generators/fleet/namespace.ts'
import {
  environment,
  kubePrometheusStack,
  loki,
  minio,
  namespace,
  prometheusOperatorCrds,
  promtail,
} from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, deployment, type Told } from './objects.ts'
import { homelab } from './platform.ts'

const web = 'clusters.homelab.namespaces.web'
const placed = (podSecurity: PodSecurity, told: Told) =>
  homelab([], { namespaces: { web: namespace({ podSecurity }, [app(deployment(told))]) } })
const fix = (at: string) => `write podSecurity: 'privileged' in ${at}, or place it in another namespace`

describe(podSecurityAllows.because, () => {
  test.each<[string, Told, string]>([
    ['hostNetwork', { pod: { hostNetwork: true } }, 'hostNetwork'],
    ['a hostPath', { pod: { volumes: [{ name: 'a', hostPath: { path: '/' } }] } }, 'volumes.0.hostPath'],
    [
      'a privileged container',
      { container: { securityContext: { privileged: true } } },
      'containers.0.securityContext.privileged',
    ],
    ['a hostPort', { container: { ports: [{ containerPort: 80, hostPort: 80 }] } }, 'containers.0.ports.0.hostPort'],
  ])('%s', (what, told, path) => {
    expect(problemsOf(placed('baseline', told))).toEqual([
      [
        `${web}.app.objects.0.spec.template.spec.${path}`,
        `Deployment web needs ${what}, and the namespace web allows only what is baseline`,
        fix(web),
      ],
    ])
    expect(problemsOf(placed('privileged', told))).toEqual([])
  })

  test('a chart whose Pods read the logs of their node', () => {
    const dev = environment({ storageClass: 'local-path' })
    const monitoring = namespace(
      {
        podSecurity: 'restricted',
        secrets: {
          'alertmanager-config': { from: 'existing' },
          'grafana-admin': { from: 'existing' },
          'loki-s3': { from: 'existing' },
          'minio-root': { from: 'existing' },
        },
      },
      [
        prometheusOperatorCrds(),
        kubePrometheusStack({ values: { nodeExporter: { enabled: false } } }),
        minio(),
        loki(),
        promtail(),
      ],
    )
    const at = 'clusters.homelab.namespaces.monitoring'
    expect(problemsOf(homelab([], { namespaces: { monitoring } }, dev))).toEqual([
      [
        `${at}.promtail`,
        'promtail needs folders of its node, and the namespace monitoring allows only what is restricted',
        fix(at),
      ],
    ])
  })
})

test('an ordinary Pod is allowed everywhere', () => {
  expect(problemsOf(placed('restricted', {}))).toEqual([])
})
