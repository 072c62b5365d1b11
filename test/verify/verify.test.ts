import { describe, expect, test } from 'vitest'
import { argo } from '../../generators/fleet/cluster.ts'
import { fleet, note, sender, store } from '../support/fleets.ts'
import { says } from '../support/says.ts'
import { verified as verifiedFleet } from './verified.ts'

const good = fleet({ a: { components: [note({ size: '2Gi' }), store(), sender()] } })

/** The good tree with some files changed by hand, verified. */
const verified = (instead: Parameters<typeof verifiedFleet>[1] = {}) => verifiedFleet(good, instead)

test('a good tree builds in every folder that Flux would build, and every object is as its schema wants it', async () => {
  const { problems, folders, objects } = await verified()
  expect(says(problems)).toEqual([])
  // The namespace with its three Kustomizations; a ConfigMap; two releases with source and values.
  expect({ folders, objects }).toEqual({ folders: 4, objects: 4 + 1 + 3 + 3 })
})

describe('what a controller would refuse, or accept in silence', () => {
  const fix = 'render the tree again, or undo what was changed by hand'
  const base = 'apps/base/monitoring/store'

  test.each([
    [
      'a misspelt key in a kustomization.yaml',
      { [`${base}/kustomization.yaml`]: (text: string) => text.replace('configurations:', 'configuration:') },
      [['environments.dev.store', expect.stringContaining('kustomize refuses apps/dev/monitoring/store'), fix]],
    ],
    [
      'a field that its kind does not have',
      { 'apps/base/monitoring/note/configmap.yaml': (text: string) => text.replace('data:', 'date:') },
      [
        [
          'clusters.a.namespaces.monitoring.note',
          expect.stringContaining('kustomize refuses apps/clusters/a/monitoring/note'),
          fix,
        ],
      ],
    ],
    [
      'a values file that went missing',
      { [`${base}/values.yaml`]: null },
      [['environments.dev.store', expect.stringContaining('values.yaml'), fix]],
    ],
    [
      'a values key that no ConfigMap has',
      {
        [`${base}/helmrelease.yaml`]: (text: string) => text.replace('valuesKey: values.yaml', 'valuesKey: value.yaml'),
      },
      [
        [
          'environments.dev.store',
          expect.stringMatching(/reads value.yaml of ConfigMap store-values-\w+, which is not there/),
          'render the tree again',
        ],
      ],
    ],
    [
      'a Kustomization whose folder is gone',
      { 'clusters/a/monitoring/note.yaml': (text: string) => text.replace('path: ./apps', 'path: ./app') },
      [
        [
          'the fleet',
          'Kustomization monitoring/note names app/clusters/a/monitoring/note, which is no folder',
          'render the tree again',
        ],
      ],
    ],
    [
      'a dependency that nobody is',
      { 'clusters/a/monitoring/sender.yaml': (text: string) => text.replace('- name: store', '- name: stroe') },
      [
        [
          'the fleet',
          'Kustomization monitoring/sender waits for monitoring/stroe, which is not there',
          'render the tree again',
        ],
      ],
    ],
    [
      'an unknown field in a HelmRelease',
      { [`${base}/helmrelease.yaml`]: (text: string) => text.replace('driftDetection:', 'driftDetecton:') },
      [
        [
          'environments.dev.store',
          expect.stringContaining('HelmRelease monitoring/store from apps/dev/monitoring/store: spec.driftDetecton'),
          expect.stringContaining('driftDetection'),
        ],
      ],
    ],
  ])('%s', async (_, instead, expected) => {
    expect(says((await verified(instead)).problems)).toEqual(expected)
  })
})

describe('a cluster of Argo CD', () => {
  const byArgo = fleet({ a: { components: [note({ size: '2Gi' }), store(), sender()], by: argo } })
  const root = 'clusters/a'

  test('is built from its root, and every Application that takes a folder in its turn', async () => {
    const { problems, folders, proofs } = await verifiedFleet(byArgo)
    expect(says(problems)).toEqual([])
    // The root, and the note's; the other two are charts.
    expect(folders).toBe(2)
    expect(proofs).toEqual([
      {
        by: 'helm',
        checked: {},
        notChecked: { what: { release: 2 }, because: 'not found', fix: 'set HELM or put it on the PATH' },
      },
    ])
  })

  test.each([
    [
      'an Application whose folder is gone',
      { [`${root}/monitoring/note.yaml`]: (text: string) => text.replace('path: apps', 'path: app') },
      [
        'the fleet',
        'Application argocd/monitoring.note names app/clusters/a/monitoring/note, which is no folder',
        'render the tree again',
      ],
    ],
    [
      'a file of values that went missing',
      { 'apps/dev/monitoring/store/values-dev.yaml': null },
      [
        'clusters.a.namespaces.monitoring.store',
        'Application argocd/monitoring.store reads apps/dev/monitoring/store/values-dev.yaml, which is not there',
        'render the tree again',
      ],
    ],
    [
      'an Application that the root forgot',
      {
        [`${root}/kustomization.yaml`]: (text: string) => text.replace('monitoring/note.yaml', 'monitoring/nose.yaml'),
      },
      [
        'clusters.a',
        expect.stringContaining('kustomize refuses clusters/a: '),
        'render the tree again, or undo what was changed by hand',
      ],
    ],
    [
      'an unknown field in what a person applies',
      { [`${root}/bootstrap.yaml`]: (text: string) => text.replace('selfHeal:', 'selfHeel:') },
      [
        'clusters.a',
        expect.stringContaining('selfHeel is not a field that exists'),
        expect.stringContaining('selfHeal'),
      ],
    ],
  ])('%s is a problem', async (_, instead, expected) => {
    expect(says((await verifiedFleet(byArgo, instead)).problems)).toContainEqual(expected)
  })
})
