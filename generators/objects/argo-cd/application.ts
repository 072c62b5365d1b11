import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application'
import type { HelmDefinition } from '../../fleet/component.ts'
import type { Place } from '../../problem.ts'
import { fromAnnotation } from '../from-annotation.ts'
import type { ApplicationSource } from './sources.ts'

type ApplicationSpec = IApplication['spec']

/** The cluster that Argo CD itself runs in. */
export const inCluster = 'https://kubernetes.default.svc'

export interface ApplicationSettings {
  readonly name: string
  /** The namespace that Argo CD runs in. */
  readonly home: string
  readonly place: Place
  readonly project: string
  readonly sources: readonly ApplicationSource[]
  /** The namespace that its objects are put into. */
  readonly namespace: string
}

export interface ComponentSettings extends ApplicationSettings {
  /** Applications of lower waves are healthy first. */
  readonly wave: number
  /** Whether others bring definitions of its custom resources. */
  readonly needsDefinitions: boolean
  readonly driftIgnore: HelmDefinition['driftIgnore']
}

/** The Application of one component. What it brought is removed with it. */
export const application = (settings: ComponentSettings): IApplication => {
  const { wave, needsDefinitions, driftIgnore = [] } = settings
  const syncOptions = [
    // A first sync is planned before the definitions are there; they come in a wave before.
    ...(needsDefinitions ? ['SkipDryRunOnMissingResource=true'] : []),
    // Otherwise each sync would write over what is ignored.
    ...(driftIgnore.length > 0 ? ['RespectIgnoreDifferences=true'] : []),
  ]
  // Attempts end: an Application that is still trying cannot be removed. The next commit begins them anew.
  const whole = bare(settings, { syncOptions, attempts: 5 })
  return {
    ...whole,
    metadata: {
      ...whole.metadata,
      annotations: { ...whole.metadata.annotations, 'argocd.argoproj.io/sync-wave': String(wave) },
      finalizers: ['resources-finalizer.argocd.argoproj.io/foreground'],
    },
    spec: {
      ...whole.spec,
      ...(driftIgnore.length === 0
        ? {}
        : {
            ignoreDifferences: driftIgnore.map(({ kind, paths }) => ({ group: '*', kind, jsonPointers: [...paths] })),
          }),
    },
  }
}

/** Why each difference is ignored, as comments of the Application that ignores it. */
export const driftComments = (driftIgnore: HelmDefinition['driftIgnore'] = []): ReadonlyMap<string, string> =>
  new Map(driftIgnore.map(({ because }, index) => [`/spec/ignoreDifferences/${index}`, because]))

/** The Application that all others hang from. Without a finalizer: to delete it stops Argo CD, and removes nothing. */
export const rootApplication = (settings: ApplicationSettings): IApplication =>
  // However long it takes, some commit will mend it.
  bare(settings, { syncOptions: [], attempts: -1 })

interface Syncing {
  readonly syncOptions: readonly string[]
  /** How often a failed sync is tried again; -1 for ever. */
  readonly attempts: number
}

const bare = (settings: ApplicationSettings, { syncOptions, attempts }: Syncing) => {
  const { name, home, place, project, sources, namespace } = settings
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: home,
      annotations: {
        [fromAnnotation]: place.join('.'),
        // The API server says what would change. Without it, defaults that it fills in look like drift.
        'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
      },
    },
    spec: {
      project,
      ...sourceOrSources(sources),
      destination: { server: inCluster, namespace },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        // As Flux applies. Definitions and dashboards are larger than the annotation that a client-side apply keeps.
        syncOptions: ['ServerSideApply=true', ...syncOptions],
        // A failed sync is not tried again by itself. Each attempt takes the newest commit, which may mend it.
        retry: { limit: attempts, refresh: true, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
      },
    },
  } satisfies IApplication
}

const sourceOrSources = (sources: readonly ApplicationSource[]): Pick<ApplicationSpec, 'source' | 'sources'> => {
  const [only, ...others] = sources
  return only !== undefined && others.length === 0 ? { source: only } : { sources: [...sources] }
}
