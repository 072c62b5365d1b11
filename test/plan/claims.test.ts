import { expect, test } from 'vitest'
import { manifests } from '../../generators/fleet/application.ts'
import { fleet } from '../support/fleets.ts'
import { tree } from '../support/tree.ts'

test('a claim of plain objects stays when its component leaves the fleet, whichever engine removes it', () => {
  const claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'photos', labels: { app: 'photos' } },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  }
  const rendered = tree(fleet({ a: { components: [manifests({ name: 'photos', objects: [claim] })] } }))
  expect(rendered.at('apps/base/monitoring/photos/persistentvolumeclaim.yaml').metadata).toEqual({
    name: 'photos',
    labels: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled', app: 'photos' },
    annotations: {
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    },
  })
})
