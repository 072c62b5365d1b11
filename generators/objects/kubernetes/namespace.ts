import type { PodSecurity } from '../../fleet/namespace.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { keepMarks } from './keep.ts'

export const podSecurityLabel = 'pod-security.kubernetes.io/enforce'

/** The Namespace of a Kustomize component: kept, in the mesh or out of it. Whoever includes it gives it its name. */
export const namespaceObject = (mesh: 'istio' | 'none', podSecurity: PodSecurity): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: 'not-used',
    labels: { ...keepMarks.labels, ...meshLabels[mesh], [podSecurityLabel]: podSecurity },
    annotations: keepMarks.annotations,
  },
})

/** Istio knows two modes, and each has a label of its own. */
const meshLabels = {
  none: { 'istio-injection': 'disabled', 'istio.io/dataplane-mode': 'none' },
  istio: { 'istio-injection': 'enabled' },
} as const
