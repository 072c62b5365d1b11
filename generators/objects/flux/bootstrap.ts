import type { KubernetesObject } from '../../kubernetes-object.ts'
import { bootstrapSource } from './kustomization.ts'

/** Where a cluster fetches its tree. */
export interface Origin {
  readonly cluster: string
  readonly url: string
  readonly branch: string
}

/** The folder that a cluster's Flux reads first, as its Kustomizations write it. */
const clusterPath = (cluster: string): string => `./clusters/${cluster}`

/** What `flux bootstrap` writes for a cluster: the source, and the Kustomization that everything else hangs from. */
export const bootstrapObjects = ({ cluster, url, branch }: Origin): readonly [KubernetesObject, KubernetesObject] => {
  const { name, namespace, kind } = bootstrapSource
  return [
    {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind,
      metadata: { name, namespace },
      spec: { interval: '1m0s', url, ref: { branch } },
    },
    {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name, namespace },
      spec: { interval: '10m0s', path: clusterPath(cluster), prune: true, sourceRef: { kind, name } },
    },
  ]
}
