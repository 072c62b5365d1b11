import { describe, expect, test } from 'vitest'
import { said } from './said.ts'

describe('a chart', () => {
  const source = (tag: string) => `
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: { name: loki }
spec: { ref: { tag: ${tag} } }`

  test('of another version is said once, although what Flux reads says it too', () => {
    expect(
      said(
        { version: '1.0.0', values: '{}', objects: source('1.0.0') },
        { version: '1.1.0', values: '{}', objects: source('1.1.0') },
      ),
    ).toEqual(['chart 1.0.0 → 1.1.0'])
  })

  test('what else changes in how Flux handles it is said', () => {
    const release = (mode: string) => `
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: loki }
spec: { driftDetection: { mode: ${mode} }, valuesFrom: [{ kind: ConfigMap, name: ${mode} }] }`
    expect(said({ values: 'a: 1', objects: release('warn') }, { values: 'a: 2', objects: release('enabled') })).toEqual(
      ['values.a: 1 → 2', 'HelmRelease loki: spec.driftDetection.mode warn → enabled'],
    )
  })

  test('that comes or goes is named', () => {
    expect(said(undefined, { values: 'a: 1', version: '6.1.0' })).toEqual(['new: chart loki 6.1.0'])
    expect(said({ values: 'a: 1', version: '6.1.0' }, undefined)).toEqual(['goes away: chart loki 6.1.0'])
  })
})
