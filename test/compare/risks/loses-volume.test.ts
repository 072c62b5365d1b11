import { expect, test } from 'vitest'
import { losesVolume } from '../../../generators/compare/risks/loses-volume.ts'
import { found, told } from './risky.ts'

const loki = 'singleBinary: { persistence: { size: 10Gi } }'
const minio = 'persistence: { size: 50Gi, annotations: { helm.sh/resource-policy: keep } }'
const operator = (storage: string) => `prometheus: { prometheusSpec: { storageSpec: ${storage} } }`
const claimed = '{ volumeClaimTemplate: { spec: { resources: { requests: { storage: 20Gi } } } } }'

test('a release that kept data on a volume is removed', () => {
  expect(found(losesVolume, { before: { values: loki, release: 'loki' }, after: undefined })).toEqual([
    {
      what: 'the release loki is removed, which keeps data on a volume of 10Gi (singleBinary.persistence)',
      because:
        'Helm deletes a claim that the chart makes itself, and leaves those of a StatefulSet behind. Make a backup before this is merged, or see that nobody needs the data.',
    },
  ])
})

test('a claim that Helm is told to leave is said to stay', () => {
  const [risk] = found(losesVolume, { before: { values: minio }, after: undefined })
  expect(risk?.because).toContain('so it stays in the cluster with its data')
})

test.each([
  ['switched off', loki, 'singleBinary: { persistence: { enabled: false, size: 10Gi } }'],
  ['no longer asked for', loki, '{}'],
  ['replaced by one that dies with the Pod', operator(claimed), operator('{ emptyDir: {} }')],
])('a volume is %s', (_, before, after) => {
  expect(told(losesVolume, { before: { values: before }, after: { values: after } })).toHaveLength(1)
})

test.each([
  ['a size changes', loki, loki.replace('10Gi', '20Gi')],
  ['it was off before', 'persistence: { enabled: false, size: 1Gi }', '{}'],
  ['a size is none of a volume', 'cache: { size: 10Gi }', '{}'],
  ['memory is not asked for any more', 'resources: { requests: { memory: 1Gi } }', '{}'],
])('nothing is lost where %s', (_, before, after) => {
  expect(told(losesVolume, { before: { values: before }, after: { values: after } })).toEqual([])
})

test('where helm says what it makes of the release, its objects speak', () => {
  const after = { values: '{}', charted: '' }
  expect(told(losesVolume, { before: { values: loki, charted: '' }, after })).toEqual([])
})
