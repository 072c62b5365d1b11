import { describe, expect, test } from 'vitest'
import { imageWithoutDigest } from '../../../generators/compare/risks/image-without-digest.ts'
import { majorVersion } from '../../../generators/compare/risks/major-version.ts'
import { movingTag } from '../../../generators/compare/risks/moving-tag.ts'
import { olderVersion } from '../../../generators/compare/risks/older-version.ts'
import { otherOrigin } from '../../../generators/compare/risks/other-origin.ts'
import { found, told } from './risky.ts'

const chart = (version: string) => ({ chart: { name: 'loki', version } })
const web = (image: string) => ({
  objects: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: monitoring }
spec: { template: { spec: { containers: [{ name: web, image: '${image}' }] } } }
`,
})
const values = (text: string) => ({ values: text })
const digest = `sha256:${'a'.repeat(64)}`

describe('a major version', () => {
  test('of a chart, with what to do about it', () => {
    expect(found(majorVersion, { before: chart('17.4.1'), after: chart('18.0.0') })).toEqual([
      {
        what: 'the chart loki makes a major step: 17.4.1 → 18.0.0',
        because:
          'A major version may drop settings, rename objects or change how data is kept. Read its notes, see what the chart makes of it now, and try it in another environment first.',
      },
    ])
  })

  test.each([
    [
      'of an image',
      web('docker.io/postgres:15'),
      web('docker.io/postgres:16-alpine'),
      'the image docker.io/postgres of Deployment monitoring/web makes a major step: 15 → 16-alpine',
    ],
    [
      'of an image in parts',
      values('image: { repository: web, tag: v1.9.0 }'),
      values('image: { repository: web, tag: v2.0.0 }'),
      'the image web of the release app makes a major step: v1.9.0 → v2.0.0',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(majorVersion, { before, after })).toEqual([what])
  })

  test.each([
    ['a minor version', chart('18.10.0'), chart('18.11.0')],
    ['a minor version before the first', chart('0.170.0'), chart('0.171.0')],
    ['a date', web('minio:RELEASE.2024-12-18'), web('minio:RELEASE.2025-01-20')],
    ['a version that begins with its year', web('cloudflared:2025.8.2'), web('cloudflared:2026.1.0')],
    ['another image', web('nginx:1.29.1'), web('caddy:2.10.0')],
    ['an older version', chart('18.0.0'), chart('17.0.0')],
    ['one that is new', undefined, chart('18.0.0')],
  ])('is not %s', (_, before, after) => {
    expect(told(majorVersion, { before, after })).toEqual([])
  })
})

describe('an older version', () => {
  test('of a chart and of an image', () => {
    expect(told(olderVersion, { before: chart('18.11.0'), after: chart('18.10.2') })).toEqual([
      'the chart loki goes back: 18.11.0 → 18.10.2',
    ])
    expect(told(olderVersion, { before: web('web:1.2.3'), after: web('web:1.2.2') })).toHaveLength(1)
  })

  test('is not a newer one, nor the same in other words', () => {
    expect(told(olderVersion, { before: web('web:1.2.3'), after: web('web:1.2.3-alpine') })).toEqual([])
    expect(told(olderVersion, { before: chart('18.9.0'), after: chart('18.10.0') })).toEqual([])
    expect(told(olderVersion, { before: web('web:1.2'), after: web('web:1.2.0') })).toEqual([])
  })
})

describe('another origin', () => {
  test.each([
    [
      'of a chart',
      { chart: { url: 'oci://one/loki' } },
      { chart: { url: 'oci://two/loki' } },
      'the chart loki comes from oci://two/loki instead of oci://one/loki',
    ],
    [
      'of an image',
      web('docker.io/web:1.0.0'),
      web('quay.io/web:1.0.0'),
      'Deployment monitoring/web runs quay.io/web instead of docker.io/web (web)',
    ],
    ['by another chart', chart('1.0.0'), { chart: { name: 'tempo' } }, 'the chart is tempo instead of loki'],
  ])('%s', (_, before, after, what) => {
    expect(told(otherOrigin, { before, after })).toEqual([what])
  })

  test('is not another version', () => {
    expect(told(otherOrigin, { before: web('docker.io/web:1.0.0'), after: web('docker.io/web:2.0.0') })).toEqual([])
  })
})

describe('an image by a tag that moves', () => {
  test.each([
    [
      'latest',
      web('web:1.0.0'),
      web('web:latest'),
      'Deployment monitoring/web runs web:latest by the tag latest, which moves',
    ],
    [
      'no tag',
      {},
      web('localhost:5000/web'),
      'Deployment monitoring/web runs localhost:5000/web without a tag, which means latest',
    ],
    [
      'in values',
      values('{}'),
      values('image: { repository: web, tag: main }'),
      'the release app runs web:main by the tag main, which moves',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(movingTag, { before, after })).toEqual([what])
  })

  test.each([
    [
      'it was so before',
      web('web:latest'),
      { objects: web('web:latest').objects.replace('spec: {', 'spec: { replicas: 2,') },
    ],
    ['a digest holds it', {}, web(`web:latest@${digest}`)],
    ['the tag is exact', {}, web('web:1.0.0')],
    ['the chart fills in the tag', values('{}'), values("image: { repository: web, tag: '' }")],
  ])('but not where %s', (_, before, after) => {
    expect(told(movingTag, { before, after })).toEqual([])
  })
})

describe('an image without a digest', () => {
  test('is told when it is new or has changed, all of them at once', () => {
    const after = { ...web('web:1.1.0'), values: 'sidecar: { image: { repository: helper, tag: 2.0.0 } }' }
    expect(told(imageWithoutDigest, { before: web('web:1.0.0'), after })).toEqual([
      'web:1.1.0 and helper:2.0.0 come without a digest',
    ])
  })

  test.each([
    ['it has one', web('web:1.0.0'), web(`web:1.1.0@${digest}`)],
    ['a chart is told one', values('{}'), values(`image: { repository: web, tag: 1.0.0, digest: '${digest}' }`)],
    [
      'it stays as it is',
      web('web:1.0.0'),
      { objects: web('web:1.0.0').objects.replace('spec: {', 'spec: { replicas: 2,') },
    ],
    ['a chart is told a tag alone', values('{}'), values('image: { tag: 1.0.0 }')],
  ])('but not where %s', (_, before, after) => {
    expect(told(imageWithoutDigest, { before, after })).toEqual([])
  })
})
