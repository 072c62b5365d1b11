import type { KubernetesObject } from '../kubernetes-object.ts'
import type { ObjectChange, ReleaseChange } from './change.ts'
import type { Content } from './deployed.ts'
import { objectChanges } from './object-changes.ts'
import { releaseChange } from './release-change.ts'

/** How what comes out of a folder changes. */
export interface ContentChange {
  readonly release?: ReleaseChange
  readonly objects: readonly ObjectChange[]
  /** Those of them by which Flux handles a release. */
  readonly handling: readonly ObjectChange[]
}

const handlers = ['helm.toolkit.fluxcd.io', 'source.toolkit.fluxcd.io']

export const contentChange = (before?: Content, after?: Content): ContentChange => {
  const release = releaseChange(before?.release, after?.release)
  const isHandling = (object: KubernetesObject): boolean => handlers.includes(object.apiVersion.split('/')[0] ?? '')
  const isRelease = before?.release !== undefined || after?.release !== undefined
  const changes = objectChanges(before?.objects ?? [], after?.objects ?? [])
  const [objects, handling] = [false, true].map((wanted) =>
    changes.filter((one) => (isRelease && isHandling((one.after ?? one.before)!)) === wanted),
  )
  return { ...(release && { release }), objects: objects!, handling: handling! }
}
