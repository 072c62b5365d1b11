import { expect, test } from 'vitest'
import { bootstrapObjects } from '../../../generators/objects/flux/bootstrap.ts'

test('a cluster is bootstrapped with a source and a Kustomization of its own folder', () => {
  const [source, root] = bootstrapObjects({ cluster: 'homelab', url: 'https://example.com/platform', branch: 'main' })
  expect(source).toMatchObject({
    kind: 'GitRepository',
    metadata: { name: 'flux-system', namespace: 'flux-system' },
    spec: { url: 'https://example.com/platform', ref: { branch: 'main' } },
  })
  expect(root).toMatchObject({
    kind: 'Kustomization',
    metadata: { name: 'flux-system', namespace: 'flux-system' },
    spec: { path: './clusters/homelab', prune: true, sourceRef: { kind: 'GitRepository', name: 'flux-system' } },
  })
})
