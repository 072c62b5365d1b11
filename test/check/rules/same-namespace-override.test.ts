import { describe, expect, test } from 'vitest'
import { sameNamespaceOverride } from '../../../generators/check/rules/same-namespace-override.ts'
import { argo, helmRelease, namespace } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { homelab } from './platform.ts'

const web = (home: string) =>
  helmRelease({
    name: 'web',
    chart: { url: 'oci://registry.example/charts/web', version: '1.0.0' },
    values: { metrics: { namespaceOverride: home } },
  })

const underArgo = (home: string) => ({
  ...fleet({}),
  clusters: {
    platform: argo({
      environment: 'dev',
      distribution: 'k3s',
      network: 'flannel',
      namespaces: { web: namespace({}, [web(home)]) },
    }),
  },
})

describe(sameNamespaceOverride.because, () => {
  test('a part of a chart in another namespace', () => {
    expect(problemsOf(underArgo('monitoring'))).toEqual([
      [
        'clusters.platform.namespaces.web.web.values.metrics.namespaceOverride',
        'metrics.namespaceOverride of web is monitoring, and Argo CD syncs it into web',
        'remove it, or place the component in monitoring',
      ],
    ])
  })
})

test('the same namespace, and any under Flux, are silent', () => {
  expect(problemsOf(underArgo('web'))).toEqual([])
  expect(problemsOf(homelab([web('elsewhere')]))).toEqual([])
})
