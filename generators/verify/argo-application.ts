import type { KubernetesObject } from '../kubernetes-object.ts'

/** Where an Application takes something from: a folder of a Git repository, or a chart. */
export interface Source {
  readonly repoURL: string
  readonly targetRevision?: string
  readonly path?: string
  readonly chart?: string
  readonly helm?: {
    readonly releaseName?: string
    readonly valueFiles?: readonly string[]
    readonly values?: string
    readonly valuesObject?: object
  }
}

export const isApplication = ({ apiVersion, kind }: KubernetesObject): boolean =>
  apiVersion.startsWith('argoproj.io/') && kind === 'Application'

export const sourcesOf = ({ spec }: KubernetesObject): readonly Source[] => {
  const { source, sources = source === undefined ? [] : [source] } = (spec ?? {}) as {
    readonly source?: Source
    readonly sources?: readonly Source[]
  }
  return sources
}
