import { describe, expect, test } from 'vitest'
import { pinnedCharts } from '../../../generators/check/rules/pinned-charts.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, object } from './objects.ts'
import { home, homelab } from './platform.ts'

const release = (version?: string) =>
  object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'web', {
    spec: {
      interval: '1h',
      chart: { spec: { chart: 'web', version, sourceRef: { kind: 'HelmRepository', name: 'web' } } },
    },
  })
const source = (ref?: Readonly<Record<string, string>>) =>
  object('source.toolkit.fluxcd.io/v1', 'OCIRepository', 'web', {
    spec: { interval: '1h', url: 'oci://registry.example/charts/web', ref },
  })

describe(pinnedCharts.because, () => {
  test.each([
    ['a release without a version', release(), 'chart.spec.version', 'HelmRelease web takes whatever is newest'],
    ['a range', release('1.x'), 'chart.spec.version', 'HelmRelease web takes whatever is newest in 1.x'],
    ['a source without a tag', source(), 'ref.tag', 'OCIRepository web takes whatever is newest'],
    [
      'a range of them',
      source({ semver: '>=1.0.0' }),
      'ref.semver',
      'OCIRepository web takes whatever is newest in >=1.0.0',
    ],
    ['latest', source({ tag: 'latest' }), 'ref.tag', 'OCIRepository web takes latest, which moves'],
  ])('%s', (_, object, path, reason) => {
    expect(problemsOf(homelab([app(object)]))).toEqual([
      [`${home}.app.objects.0.spec.${path}`, reason, 'write an exact version'],
    ])
  })
})

test('an exact version, and a digest, are silent', () => {
  for (const one of [release('1.2.3'), source({ tag: '1.2.3' }), source({ digest: 'sha256:abc' })]) {
    expect(problemsOf(homelab([app(one)]))).toEqual([])
  }
})
