import { describe, expect, test } from 'vitest'
import { ownFolders } from '../../../generators/check/rules/own-folders.ts'
import { note } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { kustomization } from './kustomization.ts'
import { app } from './objects.ts'
import { home, homelab } from './platform.ts'

const there = { 'tenants/shop/kustomization.yaml': '', 'apps/base/monitoring/note/kustomization.yaml': '' }
const path = `${home}.app.objects.0.spec.path`
const apart = 'give each a folder of its own, neither inside the other'

describe(ownFolders.because, () => {
  test.each([
    ['above all components', './apps', 'apps', 'app builds apps/base/monitoring/app'],
    [
      'of a component',
      './apps/base/monitoring/note',
      'apps/base/monitoring/note',
      'note builds apps/base/monitoring/note',
    ],
    [
      'inside that of the cluster',
      './clusters/homelab/more',
      'clusters/homelab/more',
      'the cluster itself builds clusters/homelab',
    ],
    ['that is the root', './', 'the whole repository', 'the cluster itself builds clusters/homelab'],
  ])('a folder %s', (_, given, folder, other) => {
    const files = { ...there, 'clusters/homelab/more/kustomization.yaml': '' }
    expect(problemsOf(homelab([app(kustomization({ path: given })), note]), files)).toEqual([
      [path, `Kustomization tenant builds ${folder}, and ${other}: both would apply and prune the same objects`, apart],
    ])
  })

  test('one inside that of another', () => {
    const other = { ...kustomization({ path: './tenants' }), metadata: { name: 'all' } }
    expect(problemsOf(homelab([app(kustomization(), other)]), there)).toEqual([
      [
        `${home}.app.objects.1.spec.path`,
        'Kustomization all builds tenants, and Kustomization tenant builds tenants/shop: both would apply and prune the same objects',
        apart,
      ],
    ])
  })
})

test('a folder that does not exist is told', () => {
  expect(problemsOf(homelab([app(kustomization({ path: './tenants/shoop' }))]), there)).toEqual([
    [
      path,
      'Kustomization tenant builds tenants/shoop, which is no folder of this repository',
      'correct the path, or add the folder',
    ],
  ])
})

test('a folder of its own, and one of another repository, are silent', () => {
  const elsewhere = kustomization({ path: './apps', sourceRef: { kind: 'GitRepository', name: 'shop' } })
  expect(problemsOf(homelab([app(kustomization())]), there)).toEqual([])
  expect(problemsOf(homelab([app(elsewhere)]))).toEqual([])
})
