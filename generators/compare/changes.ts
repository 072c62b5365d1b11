import { byCodeUnits } from './by-code-units.ts'
import { canonical } from './canonical.ts'
import type { Change, ComponentChange, ObjectChange, What } from './change.ts'
import { type ContentChange, contentChange } from './content-change.ts'
import type { Content, DeployedPair } from './deployed.ts'
import { identityKey } from './identity.ts'
import { objectChanges } from './object-changes.ts'
import { withoutOwnName } from './own-name.ts'

/** A pair with how the component changes in it. */
export interface ComparedPair {
  readonly pair: DeployedPair
  readonly change: ComponentChange
}

/**
 * How every component changes, by cluster, namespace and component. Those that change alike share one Change, whose
 * objects are as the first cluster has them: they may differ between clusters in what stays, and in the cluster's own
 * name. Pairs that mean the same to the cluster are left out, although their files differ.
 */
export const componentChanges = (pairs: readonly DeployedPair[]): readonly ComparedPair[] => {
  const between = sharedContentChanges()
  const shared = sharedByClusters()
  return pairs.toSorted(byAddress).flatMap((pair): readonly ComparedPair[] => {
    const { cluster, namespace, component, before, after, files } = pair
    const content = between(before?.content, after?.content)
    const change = shared(cluster, whatOf(pair), content, objectChanges(before?.control ?? [], after?.control ?? []))
    if (isNothing(change)) return []
    const environment = (after ?? before)?.environment ?? ''
    return [{ pair, change: { cluster, namespace, component, environment, change, files } }]
  })
}

const byAddress = (one: DeployedPair, other: DeployedPair): number =>
  byCodeUnits(one.cluster, other.cluster) ||
  byCodeUnits(one.namespace, other.namespace) ||
  byCodeUnits(one.component, other.component)

const whatOf = ({ before, after }: DeployedPair): What =>
  before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'

const isNothing = ({ what, release, objects, control }: Change): boolean =>
  what === 'changed' && release === undefined && objects.length + control.length === 0

interface Keyed {
  readonly change: ContentChange
  /** Equal for changes that are the same. */
  readonly key: string
}

/** Compares two contents once, however many clusters share them. */
const sharedContentChanges = (): ((before?: Content, after?: Content) => Keyed) => {
  const known = new Map<Content | undefined, Map<Content | undefined, Keyed>>()
  return (before, after) => {
    const those = known.get(before) ?? new Map<Content | undefined, Keyed>()
    known.set(before, those)
    const found = those.get(after) ?? keyed(contentChange(before, after))
    those.set(after, found)
    return found
  }
}

/** Finds the change that another cluster has already, or makes one. */
const sharedByClusters = () => {
  const known = new Map<string, Change>()
  const numbers = new Map<string, number>()
  // long texts are looked at once, and then known by a number
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
  return (cluster: string, what: What, content: Keyed, control: readonly ObjectChange[]): Change => {
    const handled = canonical(control.map(sameness))
    const key = `${what} ${numberOf(content.key)} ${handled}`
    const ownless = `${what} ${numberOf(withoutOwnName(content.key, cluster))} ${withoutOwnName(handled, cluster)}`
    const { release, objects, handling } = content.change
    const made = { what, ...(release && { release }), objects, control: [...handling, ...control] }
    const change = known.get(key) ?? known.get(ownless) ?? made
    known.set(key, change).set(ownless, change)
    return change
  }
}

const keyed = (change: ContentChange): Keyed => {
  const { release, objects, handling } = change
  return { change, key: canonical([release, objects.map(sameness), handling.map(sameness)]) }
}

/** What makes an object change the same as another: not what stays as it is around it. */
const sameness = ({ identity, what, fields, before, after }: ObjectChange): unknown => [
  identityKey(identity),
  what,
  what === 'changed' ? fields : (after ?? before),
]
