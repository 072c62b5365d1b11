import { describe, expect, test } from 'vitest'
import { persistence } from '../../../generators/check/rules/persistence.ts'
import { environment, kubePrometheusStack, loki, manifests, minio } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { home, homelab } from './platform.ts'

describe(persistence.because, () => {
  test('a volume that is taken away is told where it is taken', () => {
    const stack = kubePrometheusStack({ values: { prometheus: { prometheusSpec: { storageSpec: null } } } })
    expect(problemsOf(homelab([stack]))).toEqual([
      [
        `${home}.kube-prometheus-stack.values.prometheus.prometheusSpec.storageSpec`,
        'kube-prometheus-stack (prometheus.prometheusSpec.storageSpec) is given no size, so that no volume keeps its data',
        "give it a size, such as '10Gi'",
      ],
    ])
  })

  test('a volume that is switched off', () => {
    const log = loki({ values: { singleBinary: { persistence: { enabled: false } } } })
    const store = minio({ values: { persistence: { enabled: false } } })
    expect(problemsOf(homelab([kubePrometheusStack(), log, store]))).toEqual([
      [
        `${home}.loki.values.singleBinary.persistence.enabled`,
        'loki (singleBinary.persistence) keeps its data on no volume because of singleBinary.persistence.enabled, and would lose it with its Pod',
        'remove it',
      ],
      [
        `${home}.minio.values.persistence.enabled`,
        'minio (persistence) keeps its data on no volume because of persistence.enabled, and would lose it with its Pod',
        'remove it',
      ],
    ])
  })

  test('an emptyDir, in an environment', () => {
    const dev = environment({ storageClass: 'local-path' }, [
      kubePrometheusStack({ values: { alertmanager: { alertmanagerSpec: { storage: { emptyDir: {} } } } } }),
    ])
    expect(problemsOf(homelab([kubePrometheusStack()], {}, dev))).toEqual([
      [
        'environments.dev.kube-prometheus-stack.values.alertmanager.alertmanagerSpec.storage.emptyDir',
        'kube-prometheus-stack (alertmanager.alertmanagerSpec.storage) keeps its data on no volume because of alertmanager.alertmanagerSpec.storage.emptyDir, and would lose it with its Pod',
        'remove it',
      ],
    ])
  })

  test('Grafana, when somebody gave it a volume and somebody else switches it off', () => {
    const dev = environment({ storageClass: 'local-path' }, [kubePrometheusStack({ grafana: { size: '5Gi' } })])
    const stack = kubePrometheusStack({ values: { grafana: { persistence: { enabled: false } } } })
    expect(problemsOf(homelab([stack], {}, dev))).toEqual([
      [
        `${home}.kube-prometheus-stack.values.grafana.persistence.enabled`,
        'kube-prometheus-stack (grafana.persistence) keeps its data on no volume because of grafana.persistence.enabled, and would lose it with its Pod',
        'remove it',
      ],
    ])
  })

  test("a claim of the user's own that asks for nothing", () => {
    const claim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'local-path', resources: {} },
    }
    expect(problemsOf(homelab([manifests({ name: 'app', objects: [claim] })]))).toEqual([
      [
        `${home}.app.objects.0.spec.resources.requests.storage`,
        'PersistentVolumeClaim data is given no size, so that no volume keeps its data',
        "give it a size, such as '10Gi'",
      ],
    ])
  })

  test('data on volumes is silent, and so is a Grafana that keeps nothing', () => {
    expect(problemsOf(homelab([kubePrometheusStack(), minio(), loki()]))).toEqual([])
  })
})
