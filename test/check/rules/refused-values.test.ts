import { describe, expect, test } from 'vitest'
import { refusedValues } from '../../../generators/check/rules/refused-values.ts'
import { kubePrometheusStack, loki, minio } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { home, homelab } from './platform.ts'

describe(refusedValues.because, () => {
  test("the chart's own MinIO is refused where it is switched on", () => {
    const log = loki({ values: { minio: { enabled: true } } })
    expect(problemsOf(homelab([kubePrometheusStack(), minio(), log]))).toEqual([
      [
        `${home}.loki.values.minio.enabled`,
        'minio.enabled of loki brings a MinIO whose credentials everybody knows, and which the chart is about to drop',
        'remove it, and add minio() to the namespace, or name another S3 with objectStore: s3({ … })',
      ],
    ])
  })

  test('a MinIO of the namespace is silent', () => {
    const log = loki({ values: { minio: { enabled: false } } })
    expect(problemsOf(homelab([kubePrometheusStack(), minio(), log]))).toEqual([])
  })
})
