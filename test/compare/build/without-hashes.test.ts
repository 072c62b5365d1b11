import { expect, test } from 'vitest'
import { withoutHashes } from '../../../generators/compare/build/without-hashes.ts'

const config = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })
const release = (name: string) => ({
  apiVersion: 'helm.toolkit.fluxcd.io/v2',
  kind: 'HelmRelease',
  metadata: { name: 'loki' },
  spec: { valuesFrom: [{ kind: 'ConfigMap', name }] },
})

test('a hash goes from a generated name and from all that names it', () => {
  expect(withoutHashes([config('loki-values-5dk8ch2t6m'), release('loki-values-5dk8ch2t6m')])).toEqual([
    config('loki-values'),
    release('loki-values'),
  ])
})

test.each(['loki-values', 'loki-configfile', 'loki-5dk8ch2t6'])('%s has no hash', (name) => {
  expect(withoutHashes([config(name), release(name)])).toEqual([config(name), release(name)])
})

test('a name that only looks like one and is nothing generated stays', () => {
  expect(withoutHashes([release('loki-values-5dk8ch2t6m')])).toEqual([release('loki-values-5dk8ch2t6m')])
})
