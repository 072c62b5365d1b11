import { describe, expect, test } from 'vitest'
import { manifests } from '../../generators/fleet/application.ts'
import { argo, existing, flux, kubePrometheusStack, minio } from '../../generators/fleetwright.ts'
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

describe('a claim that a chart makes stays as well: Helm leaves it alone, and so does Argo CD, which has no Helm', () => {
  const annotations = {
    'helm.sh/resource-policy': 'keep',
    'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  }
  const secrets = { 'alertmanager-config': existing(), 'grafana-admin': existing(), 'minio-root': existing() }
  const components = [minio(), kubePrometheusStack({ grafana: { size: '5Gi' } })]

  test.each([
    ['Flux', flux],
    ['Argo CD', argo],
  ])('by %s', (_, by) => {
    const { at } = tree(fleet({ a: { by: by as typeof argo, settings: { secrets }, components } }))
    expect(at('infrastructure/base/monitoring/minio/values.yaml').persistence).toMatchObject({ annotations })
    const { grafana } = at('apps/clusters/a/monitoring/kube-prometheus-stack/values-a.yaml')
    expect(grafana.persistence).toMatchObject({ size: '5Gi', annotations })
  })
})
