import { type KubernetesObject, objectName } from '../../kubernetes-object.ts'
import { fromAnnotation } from '../../objects/from-annotation.ts'
import type { Readiness } from '../readiness.ts'
import type { Expected, Standing } from '../standing.ts'

interface Source {
  readonly ref?: string
  readonly path?: string
}

interface Status {
  readonly sync?: { readonly status?: string; readonly revision?: string; readonly revisions?: readonly string[] }
  readonly health?: { readonly status?: string; readonly message?: string }
  readonly conditions?: readonly { readonly type: string; readonly message?: string }[]
  readonly operationState?: Operation
}

interface Operation {
  readonly phase?: string
  readonly message?: string
  readonly retryCount?: number
  readonly syncResult?: { readonly resources?: readonly { readonly status?: string; readonly message?: string }[] }
}

/** What makes Argo CD look at an Application now. It takes the annotation away when it has looked. */
export const refreshAnnotation = 'argocd.argoproj.io/refresh'

const statusOf = ({ status }: KubernetesObject): Status => (status ?? {}) as Status

/** The commit of the repository that an Application was compared with last; a chart's source has a version instead. */
export const comparedCommit = (application: KubernetesObject): string | undefined => {
  const { revision, revisions } = statusOf(application).sync ?? {}
  const { sources } = (application.spec ?? {}) as { readonly sources?: readonly Source[] }
  return sources === undefined
    ? revision
    : revisions?.[sources.findIndex(({ ref, path }) => (ref ?? path) !== undefined)]
}

/** Why an Application cannot be compared or synced, in Argo CD's own words; undefined while nothing speaks against it. */
export const errorOf = (application: KubernetesObject): string | undefined => {
  const { conditions = [], operationState: operation } = statusOf(application)
  const failed = conditions.find(({ type }) => type.endsWith('Error'))
  if (failed !== undefined) return failed.message ?? failed.type
  const { phase = '', message = phase, retryCount = 0, syncResult } = operation ?? {}
  if (!['Error', 'Failed'].includes(phase) && (phase !== 'Running' || retryCount === 0)) return undefined
  // The operation says only that something failed.
  return syncResult?.resources?.find(({ status }) => status === 'SyncFailed')?.message ?? message
}

/** How an Application stands: ready when all that the commit says is in the cluster, and healthy. */
const applicationReadiness = (application: KubernetesObject, commit: string): Readiness => {
  if (application.metadata.deletionTimestamp !== undefined) return { state: 'waiting', message: 'it is being removed' }
  const { sync, health, operationState: operation } = statusOf(application)
  const compared = comparedCommit(application)
  const isThere = sync?.status === 'Synced' && health?.status === 'Healthy' && operation?.phase !== 'Running'
  if (isThere && compared === commit) return { state: 'ready', message: 'Synced and Healthy' }
  const error = errorOf(application)
  if (error !== undefined) return { state: 'failed', message: error }
  if (compared === undefined) return { state: 'waiting', message: 'Argo CD has not looked at it yet' }
  if (compared !== commit)
    return { state: 'waiting', message: `it was compared with ${compared}, not yet with ${commit}` }
  const words = operation?.phase === 'Running' ? operation.message : health?.message
  const standing = `${sync?.status}, ${health?.status}${words === undefined ? '' : `: ${words}`}`
  return { state: health?.status === 'Degraded' ? 'failed' : 'waiting', message: standing }
}

/** How each expected Application stands, and those that the fleet has no more and Argo CD still removes. */
export const applicationStandings = (
  expected: readonly Expected[],
  applications: readonly KubernetesObject[],
  commit: string,
): readonly Standing[] => {
  const wanted = expected.map(({ namespace, name: short, place }): Standing => {
    const name = `Application ${namespace}/${short}`
    const there = applications.find((one) => objectName(one) === name)
    if (there === undefined) return { name, place, state: 'waiting', message: 'it is not in the cluster' }
    return { name, place: placeOf(there) ?? place, ...applicationReadiness(there, commit) }
  })
  const names = new Set(wanted.map(({ name }) => name))
  const leaving = applications.filter(
    (one) => !names.has(objectName(one)) && one.metadata.deletionTimestamp !== undefined && placeOf(one) !== undefined,
  )
  return [
    ...wanted,
    ...leaving.map((one) => ({
      name: objectName(one),
      place: placeOf(one) ?? [],
      ...applicationReadiness(one, commit),
    })),
  ]
}

/** As the Application itself says: the cluster may hold an older fleet than the one at hand. */
const placeOf = ({ metadata }: KubernetesObject) => metadata.annotations?.[fromAnnotation]?.split('.')
