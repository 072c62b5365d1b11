import { describe, expect, test } from 'vitest'
import { oneDefaultDatasource } from '../../../generators/check/rules/one-default-datasource.ts'
import { helmRelease, kubePrometheusStack } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { app } from './objects.ts'
import { home, homelab } from './platform.ts'

const stack = (grafana: Readonly<Record<string, unknown>>) => kubePrometheusStack({ values: { grafana } })
const tempo = { name: 'Tempo', type: 'tempo', url: 'http://tempo', isDefault: true }
const values = `${home}.kube-prometheus-stack.values.grafana`

describe(oneDefaultDatasource.because, () => {
  test("a datasource of the user's own beside that of Prometheus", () => {
    expect(problemsOf(homelab([stack({ additionalDataSources: [tempo] })]))).toEqual([
      [
        `${values}.additionalDataSources.0.isDefault`,
        'Tempo is a second default datasource of kube-prometheus-stack, beside Prometheus',
        'write isDefault: false',
      ],
    ])
  })

  test('one in a ConfigMap that the sidecar finds', () => {
    const found = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'tempo', labels: { grafana_datasource: '1' } },
      data: { 'tempo.yaml': 'datasources: [{ name: Tempo, type: tempo, isDefault: true }]\n' },
    }
    expect(problemsOf(homelab([kubePrometheusStack(), app(found)]))).toEqual([
      [
        `${home}.app.objects.0.data.tempo.yaml`,
        `Tempo of ${home}.app is a second default datasource of kube-prometheus-stack, beside Prometheus`,
        'write isDefault: false',
      ],
    ])
  })

  test('none at all', () => {
    const grafana = helmRelease({
      name: 'dashboards',
      chart: { url: 'oci://ghcr.io/grafana-community/helm-charts/grafana', version: '12.11.1' },
      values: {
        admin: { existingSecret: 'grafana-admin' },
        datasources: { 'all.yaml': { datasources: [{ ...tempo, isDefault: false }] } },
      },
    })
    expect(problemsOf(homelab([grafana]))).toEqual([
      [
        `${home}.dashboards`,
        'dashboards has datasources, and none of them is the default one',
        'write isDefault: true at one of them',
      ],
    ])
  })
})

test('another one than Prometheus, when Prometheus is not, is silent', () => {
  const sidecar = { datasources: { isDefaultDatasource: false } }
  expect(problemsOf(homelab([stack({ sidecar, additionalDataSources: [tempo] })]))).toEqual([])
})
