import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject'
import type { Place } from '../../problem.ts'
import { fromAnnotation } from '../from-annotation.ts'
import { inCluster } from './application.ts'

export interface GroupKind {
  readonly group: string
  readonly kind: string
}

export interface ProjectSettings {
  readonly name: string
  /** The namespace that Argo CD runs in. */
  readonly home: string
  readonly place: Place
  readonly sourceRepos: readonly string[]
  readonly namespaces: readonly string[]
  /** Kinds outside of namespaces that may be brought. */
  readonly clusterKinds: readonly GroupKind[]
}

/** What the Applications of a cluster may read, and where and what they may write. */
export const appProject = (settings: ProjectSettings): IAppProject => {
  const { name, home, place, sourceRepos, namespaces, clusterKinds } = settings
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name, namespace: home, annotations: { [fromAnnotation]: place.join('.') } },
    spec: {
      sourceRepos: [...sourceRepos],
      destinations: namespaces.map((namespace) => ({ server: inCluster, namespace })),
      clusterResourceWhitelist: clusterKinds.map((one) => ({ ...one })),
    },
  }
}
