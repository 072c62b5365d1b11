import type { KubernetesObject } from '../../kubernetes-object.ts'
import { fromAnnotation } from '../../objects/from-annotation.ts'
import { type Kubectl, Refusal } from '../../output/kubectl.ts'
import { refreshAnnotation } from './application-standing.ts'

const kinds = ['applications.argoproj.io', 'appprojects.argoproj.io'] as const

/** Refuses a cluster that does not answer, or that has no Argo CD. */
export const expectArgo = async (ask: Kubectl): Promise<void> => {
  // Without discovery, which would try many times before it gives up.
  await ask(['get', '--raw', '/version'])
  const found = await ask(['get', 'crd', '--ignore-not-found', '-o', 'name', ...kinds])
  const missing = kinds.filter((kind) => !found.includes(`/${kind}`))
  if (missing.length > 0) throw new Refusal(`it has no Argo CD, which brings ${missing.join(', ')}: install it`)
}

/** All Applications of the Argo CD that runs in a namespace. */
export const applicationsIn = async (ask: Kubectl, namespace: string): Promise<readonly KubernetesObject[]> =>
  JSON.parse(await ask(['get', 'applications.argoproj.io', '-n', namespace, '-o', 'json'])).items

/** Asks Argo CD to look at Applications now, not at its next turn. */
export const refresh = async (ask: Kubectl, applications: readonly KubernetesObject[]): Promise<void> => {
  if (applications.length === 0) return
  const items = applications.map(({ apiVersion, kind, metadata: { name, namespace } }) => ({
    apiVersion,
    kind,
    metadata: { name, namespace },
  }))
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
  await ask(['annotate', '--overwrite', '-f', '-', `${refreshAnnotation}=normal`], list)
}

/** Where an Argo CD finds a cluster's tree. */
export interface ArgoOrigin {
  readonly cluster: string
  readonly namespace: string
  readonly url: string
  readonly branch: string
}

/** Which other tree the cluster's Argo CD follows, in one sentence; undefined when it follows none, or this one. */
export const otherTree = (origin: ArgoOrigin, present: readonly KubernetesObject[]): string | undefined => {
  const { cluster, url, branch } = origin
  // The root Application alone comes from a cluster, not from a component in it.
  const root = present.find(({ metadata }) => /^clusters\.[^.]+$/.test(metadata.annotations?.[fromAnnotation] ?? ''))
  if (root === undefined) return undefined
  const { source } = root.spec as {
    readonly source: { readonly repoURL: string; readonly path: string; readonly targetRevision: string }
  }
  if (source.path !== `clusters/${cluster}`)
    return `its Argo CD follows ${source.path}, not clusters/${cluster}: is it another cluster of the fleet?`
  if (source.repoURL !== url) return `its Argo CD follows ${source.repoURL}, not ${url}`
  return source.targetRevision === branch
    ? undefined
    : `its Argo CD follows the branch ${source.targetRevision}, not ${branch}`
}
