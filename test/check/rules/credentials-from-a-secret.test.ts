import { describe, expect, test } from 'vitest'
import { credentialsFromASecret } from '../../../generators/check/rules/credentials-from-a-secret.ts'
import { environment, kubePrometheusStack, minio, secret } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { home, homelab } from './platform.ts'

const admin = 'grafana.admin.existingSecret'

describe(credentialsFromASecret.because, () => {
  test.each([
    ['the Secret is taken away', { grafana: { admin: { existingSecret: null } } }, admin],
    ['it is left empty', { grafana: { admin: { existingSecret: '' } } }, admin],
    ['all around it is taken away', { grafana: { admin: null } }, 'grafana.admin'],
  ])('Grafana, where %s', (_, values, path) => {
    expect(problemsOf(homelab([kubePrometheusStack({ values })]))).toEqual([
      [
        `${home}.kube-prometheus-stack.values.${path}`,
        `kube-prometheus-stack names no Secret at ${admin}, so its chart would make up a password at every render`,
        `leave ${admin} to the options of kube-prometheus-stack, which name a Secret: secret('NAME')`,
      ],
    ])
  })

  test('MinIO, in an environment', () => {
    const dev = environment({ storageClass: 'local-path' }, [minio({ values: { existingSecret: '' } })])
    expect(problemsOf(homelab([minio()], {}, dev))).toEqual([
      [
        'environments.dev.minio.values.existingSecret',
        'minio names no Secret at existingSecret, so its chart would make up a password at every render',
        "leave existingSecret to the options of minio, which name a Secret: secret('NAME')",
      ],
    ])
  })

  test('a Secret, by an option or among the values, is silent', () => {
    const byOption = kubePrometheusStack({ grafana: { admin: secret('cloudflare-tunnel') } })
    const byValue = kubePrometheusStack({ values: { grafana: { admin: { existingSecret: 'cloudflare-tunnel' } } } })
    expect(problemsOf(homelab([byOption]))).toEqual([])
    expect(problemsOf(homelab([byValue]))).toEqual([])
  })
})
