import { describe, expect, test } from 'vitest'
import { storageClassChanged } from '../../../generators/compare/risks/storage-class-changed.ts'
import { volumeShrunk } from '../../../generators/compare/risks/volume-shrunk.ts'
import { told } from './risky.ts'

const claim = (size = '10Gi', storageClass = 'gp3') => ({
  objects: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: monitoring }
spec: { storageClassName: ${storageClass}, resources: { requests: { storage: ${size} } } }
`,
})
const prometheus = (size: string, storageClass = 'gp3') => ({
  values: `
prometheus:
  prometheusSpec:
    storageSpec:
      volumeClaimTemplate:
        spec: { storageClassName: ${storageClass}, resources: { requests: { storage: ${size} } } }
`,
})
const values = (text: string) => ({ values: text })

describe('a volume is shrunk', () => {
  test.each([
    [
      'a claim',
      claim('10Gi'),
      claim('5Gi'),
      'PersistentVolumeClaim monitoring/data shrinks a volume from 10Gi to 5Gi (spec)',
    ],
    [
      'what an operator is told',
      prometheus('20Gi'),
      prometheus('512Mi'),
      'the release app shrinks a volume from 20Gi to 512Mi (prometheus.prometheusSpec.storageSpec)',
    ],
    [
      'what a chart is told',
      values('persistence: { size: 10Gi }'),
      values('persistence: { size: 9Gi }'),
      'the release app shrinks a volume from 10Gi to 9Gi (persistence)',
    ],
  ])('in %s', (_, before, after, what) => {
    expect(told(volumeShrunk, { before, after })).toEqual([what])
  })

  test.each([
    ['it grows', claim('10Gi'), claim('20Gi')],
    ['the same size is written otherwise', claim('1Gi'), claim('1024Mi')],
    [
      'only memory shrinks',
      values('resources: { requests: { memory: 2Gi } }'),
      values('resources: { requests: { memory: 1Gi } }'),
    ],
    [
      'a folder in memory shrinks',
      values('storage: { emptyDir: { size: 2Gi } }'),
      values('storage: { emptyDir: { size: 1Gi } }'),
    ],
  ])('but not where %s', (_, before, after) => {
    expect(told(volumeShrunk, { before, after })).toEqual([])
  })
})

describe('a storage class changes', () => {
  test.each([
    [
      'of a claim',
      claim('10Gi', 'gp3'),
      claim('10Gi', 'io2'),
      'PersistentVolumeClaim monitoring/data moves from storage class gp3 to storage class io2 (spec.storageClassName)',
    ],
    [
      'of a chart',
      values('persistence: { size: 10Gi }'),
      values('persistence: { size: 10Gi, storageClass: gp3 }'),
      'the release app moves from the default storage class to storage class gp3 (persistence.storageClass)',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(storageClassChanged, { before, after })).toEqual([what])
  })

  test.each([
    ['the claim is new', {}, claim()],
    ['the release is new', undefined, prometheus('20Gi')],
    ['a class of S3 is meant', values('s3: { storageClass: STANDARD }'), values('s3: { storageClass: GLACIER }')],
    ['only the size changes', claim('10Gi'), claim('20Gi')],
  ])('but not where %s', (_, before, after) => {
    expect(told(storageClassChanged, { before, after })).toEqual([])
  })
})
