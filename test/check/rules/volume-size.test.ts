import { describe, expect, test } from 'vitest'
import { volumeSize } from '../../../generators/check/rules/volume-size.ts'
import { environment, kubePrometheusStack, minio } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { home, homelab } from './platform.ts'

const fix = "write a size, such as '10Gi'"

describe(volumeSize.because, () => {
  test('a size among values', () => {
    const dev = environment({ storageClass: 'local-path' }, [minio({ values: { persistence: { size: '10 gigs' } } })])
    const claim = (storage: unknown) => ({ volumeClaimTemplate: { spec: { resources: { requests: { storage } } } } })
    const stack = kubePrometheusStack({ values: { prometheus: { prometheusSpec: { storageSpec: claim(20) } } } })
    expect(problemsOf(homelab([stack, minio()], {}, dev))).toEqual([
      [
        `${home}.kube-prometheus-stack.values.prometheus.prometheusSpec.storageSpec.volumeClaimTemplate.spec.resources.requests.storage`,
        "kube-prometheus-stack (prometheus.prometheusSpec.storageSpec) is given the size '20', which is none",
        fix,
      ],
      [
        'environments.dev.minio.values.persistence.size',
        "minio (persistence) is given the size '10 gigs', which is none",
        fix,
      ],
    ])
  })

  test('a size is silent', () => {
    expect(problemsOf(homelab([minio({ values: { persistence: { size: '1.5Ti' } } })]))).toEqual([])
  })
})
