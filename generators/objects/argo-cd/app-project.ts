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
  /** Namespaces that may be written to. */
  readonly namespaces: readonly string[]
  /** Kinds outside of namespaces that may be brought. */
  readonly clusterKinds: readonly GroupKind[]
}

/** What the Application of one component may read, and where and what it may write. */
export const componentProject = (settings: ProjectSettings): IAppProject => {
  const project = bare(settings)
  // It stays until its Application is gone: Argo CD removes nothing that a project does not allow, and says nothing.
  return { ...project, metadata: { ...project.metadata, finalizers: ['resources-finalizer.argocd.argoproj.io'] } }
}

/** The same for the Application that all others hang from: Namespaces, projects and Applications, nothing else. */
export const rootProject = (settings: Omit<ProjectSettings, 'clusterKinds' | 'namespaces'>): IAppProject => {
  const kinds = ['AppProject', 'Application']
  const project = bare({
    ...settings,
    namespaces: [settings.home],
    clusterKinds: [{ group: '', kind: 'Namespace' }],
  })
  return {
    ...project,
    spec: { ...project.spec, namespaceResourceWhitelist: kinds.map((kind) => ({ group: 'argoproj.io', kind })) },
  }
}

const bare = ({ name, home, place, sourceRepos, namespaces, clusterKinds }: ProjectSettings) =>
  ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name, namespace: home, annotations: { [fromAnnotation]: place.join('.') } },
    spec: {
      sourceRepos: [...sourceRepos],
      destinations: namespaces.map((namespace) => ({ server: inCluster, namespace })),
      clusterResourceWhitelist: clusterKinds.map((one) => ({ ...one })),
    },
  }) satisfies IAppProject
