import type { PodSecurity } from '../../fleet/namespace.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'

/** What Flux reads to leave an object alone when it vanishes from the tree. */
export const keepLabel = { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' } as const

export const podSecurityLabel = 'pod-security.kubernetes.io/enforce'

/** The Namespace of a Kustomize component: kept, in the mesh or out of it. Whoever includes it gives it its name. */
export const namespaceObject = (mesh: 'istio' | 'none', podSecurity: PodSecurity): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: 'not-used',
    labels: { ...keepLabel, ...meshLabels[mesh], [podSecurityLabel]: podSecurity },
  },
})

/** Istio knows two modes, and each has a label of its own. */
const meshLabels = {
  none: { 'istio-injection': 'disabled', 'istio.io/dataplane-mode': 'none' },
  istio: { 'istio-injection': 'enabled' },
} as const
