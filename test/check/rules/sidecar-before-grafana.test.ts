import { describe, expect, test } from 'vitest'
import { sidecarBeforeGrafana } from '../../../generators/check/rules/sidecar-before-grafana.ts'
import { helmRelease, kubePrometheusStack } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { home, homelab } from './platform.ts'

const chart = { url: 'oci://ghcr.io/grafana-community/helm-charts/grafana', version: '12.11.1' }
const admin = { existingSecret: 'grafana-admin' }

describe(sidecarBeforeGrafana.because, () => {
  test('one of the three settings taken back', () => {
    const grafana = { sidecar: { datasources: { restartPolicy: null } } }
    expect(problemsOf(homelab([kubePrometheusStack({ values: { grafana } })]))).toEqual([
      [
        `${home}.kube-prometheus-stack.values.grafana.sidecar.datasources.restartPolicy`,
        'Grafana of kube-prometheus-stack may start before its sidecar has brought the datasources',
        "add to its values: grafana.sidecar.datasources.restartPolicy: 'Always'",
      ],
    ])
  })

  test("a Grafana of the user's own that says none of them", () => {
    const values = { admin, sidecar: { datasources: { enabled: true } } }
    const grafana = helmRelease({ name: 'dashboards', chart, values })
    expect(problemsOf(homelab([grafana])).map(([, , fix]) => fix)).toEqual([
      'add to its values: sidecar.datasources.initDatasources: true',
      "add to its values: sidecar.datasources.restartPolicy: 'Always'",
      "add to its values: sidecar.datasources.startupProbe: { httpGet: { path: '/healthz', port: 8082 } }",
    ])
  })
})

test('a Grafana without the sidecar, and a stack without a Grafana, are silent', () => {
  const grafana = helmRelease({ name: 'dashboards', chart, values: { admin } })
  const without = kubePrometheusStack({ values: { grafana: { enabled: false, sidecar: null } } })
  expect(problemsOf(homelab([grafana, without]))).toEqual([])
})
