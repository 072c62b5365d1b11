import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildApart } from '../../generators/output/build-apart.ts'
import { keptProgress } from '../support/kept-progress.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = [
  { path: 'apps/a/kustomization.yaml', content: 'resources: [a.yaml]\n' },
  { path: 'apps/a/a.yaml', content: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n' },
  { path: 'apps/b/kustomization.yaml', content: 'resources: [nowhere.yaml]\n' },
]

test('folders that stand on no disk are built by a real kustomize, each as a step', async () => {
  const { track, told } = keptProgress()
  const [built, refused] = await buildApart(root, track)(files, ['apps/a', 'apps/b'])
  expect(built).toEqual({ folder: 'apps/a', yaml: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a' })
  // The folder that they were laid into is nobody's business.
  expect(refused).toMatchObject({ folder: 'apps/b', error: expect.stringMatching(/nowhere\.yaml/) })
  expect(JSON.stringify(refused)).not.toContain('fleetwright-build-')
  expect(told).toEqual(['building folders, 2', 'step', 'step', 'done'])
})
