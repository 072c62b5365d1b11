import { grouped } from '../../grouped.ts'
import type { Change } from '../outcome.ts'
import { type Layer, type Part, partOf } from './part.ts'

/** A part of the tree that a render touched, however many of its files. */
export interface Touch extends Pick<Part, 'kind' | 'layer' | 'name' | 'namespace'> {
  readonly change: 'changed' | 'new' | 'removed'
  /** Nothing but the pointer to it differs: it waits for something else now, or is found elsewhere. */
  readonly pointerOnly: boolean
}

/** What the files that differ are part of: base first, then environments, then clusters, each by name. */
export const touchesOf = (changes: readonly Change[]): Touch[] => {
  const files = changes.map(({ path, change }) => ({ ...partOf(path), change }))
  return [...grouped(files, sortKey).values()].sort(byKey).map(touch)
}

type PartFile = Part & { readonly change: Change['change'] }

const levels: readonly Layer['level'][] = ['base', 'environment', 'cluster', 'repository']

/** Nothing in a name sorts before the tab between names. */
const sortKey = ({ layer, kind, namespace, name }: Part): string =>
  [levels.indexOf(layer.level), layer.name, namespace, name, kind].join('\t')

const byKey = (one: readonly Part[], other: readonly Part[]): number => (sortKey(one[0]!) < sortKey(other[0]!) ? -1 : 1)

const touch = (files: readonly PartFile[]): Touch => {
  const { layer, kind, namespace, name } = files[0]!
  const change = files.find(({ decides }) => decides)?.change ?? 'changed'
  return {
    layer,
    kind,
    namespace,
    name,
    change: change === 'pruned' ? 'removed' : change,
    pointerOnly: files.every(({ points }) => points),
  }
}
