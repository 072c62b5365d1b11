import type { KubernetesObject } from '../../kubernetes-object.ts'
import { bootstrapSource } from './kustomization.ts'

/** What `flux bootstrap` writes for a cluster: the source and the Kustomization that everything else hangs from. */
export const bootstrapObjects = (cluster: string, url: string, branch: string): readonly KubernetesObject[] => {
  const { name, namespace, kind } = bootstrapSource
  return [
    {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind,
      metadata: { name, namespace },
      spec: { interval: '1m', url, ref: { branch } },
    },
    {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name, namespace },
      spec: {
        interval: '10m',
        path: `./clusters/${cluster}`,
        prune: true,
        sourceRef: { kind, name },
      },
    },
  ]
}
