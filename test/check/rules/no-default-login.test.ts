import { describe, expect, test } from 'vitest'
import { noDefaultLogin } from '../../../generators/check/rules/no-default-login.ts'
import { helmRelease } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, deployment } from './objects.ts'
import { home, homelab } from './platform.ts'

const image = 'docker.io/grafana/grafana:13.2.0'
const database = (values: Readonly<Record<string, unknown>>) =>
  helmRelease({
    name: 'shop-db',
    chart: { url: 'oci://registry-1.docker.io/bitnamicharts/postgresql', version: '16.0.0' },
    values,
  })

describe(noDefaultLogin.because, () => {
  test("a Grafana of the user's own", () => {
    expect(problemsOf(homelab([app(deployment({ container: { image } }))]))).toEqual([
      [
        `${home}.app.objects.0.spec.template.spec.containers.0.env`,
        'Deployment web starts grafana without GF_SECURITY_ADMIN_PASSWORD, and so with a login that everybody knows',
        "take GF_SECURITY_ADMIN_PASSWORD from a Secret: valueFrom: { secretKeyRef: { name: 'NAME', key: 'KEY' } }",
      ],
    ])
  })

  test('a chart that is given no Secret', () => {
    expect(problemsOf(homelab([database({ auth: { database: 'shop' } })]))).toEqual([
      [
        `${home}.shop-db`,
        'shop-db names no Secret at auth.existingSecret, so the chart postgresql takes a login that everybody knows, or makes one up',
        "name a Secret there whose source the namespace's secrets declare",
      ],
    ])
  })
})

test('a login out of a Secret is silent, by a variable, a file, or the Secret as a whole', () => {
  const name = 'GF_SECURITY_ADMIN_PASSWORD'
  const containers = [
    { env: [{ name, valueFrom: { secretKeyRef: { name: 'grafana-admin', key: 'admin-password' } } }] },
    { env: [{ name: `${name}__FILE`, value: '/etc/grafana/password' }] },
    { envFrom: [{ secretRef: { name: 'grafana-admin' } }] },
  ]
  for (const container of containers) {
    expect(problemsOf(homelab([app(deployment({ container: { image, ...container } }))]))).toEqual([])
  }
  expect(problemsOf(homelab([database({ auth: { existingSecret: 'minio-root' } })]))).toEqual([])
})
