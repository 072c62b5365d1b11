import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'

/** A Flux Kustomization of a person's own, over a folder of this repository. */
export const kustomization = (spec: Readonly<Record<string, unknown>> = {}): KubernetesObject => ({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name: 'tenant' },
  spec: {
    interval: '1h',
    prune: true,
    path: './tenants/shop',
    sourceRef: { kind: 'GitRepository', name: 'flux-system', namespace: 'flux-system' },
    ...spec,
  },
})
