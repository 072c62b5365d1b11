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
  /** Equal for pairs that hold the same contents against each other, but for the own names of their clusters. */
  readonly contents: string
}

/**
 * How every component changes, by cluster, namespace and component. Those that change alike share one Change, whose
 * objects are as the first cluster has them: they may differ between clusters in what stays, and in the cluster's own
 * name. Left out are pairs that mean the same to the cluster although their files differ, and those of which one state
 * could not be built: of these nothing is known.
 */
export const componentChanges = (pairs: readonly DeployedPair[]): readonly ComparedPair[] => {
  const numberOf = numbering()
  const between = sharedContentChanges(numberOf)
  const shared = sharedByClusters(numberOf)
  return pairs.toSorted(byAddress).flatMap((pair): readonly ComparedPair[] => {
    const { cluster, namespace, component, before, after, files } = pair
    if (pair.unbuilt !== undefined && (before === undefined || after === undefined)) return []
    const content = between(cluster, before?.content, after?.content)
    const change = shared(cluster, whatOf(pair), content, objectChanges(before?.control ?? [], after?.control ?? []))
    if (isNothing(change)) return []
    const environment = (after ?? before)?.environment ?? ''
    return [{ pair, change: { cluster, namespace, component, environment, change, files }, contents: content.contents }]
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

/** Long texts are looked at once, and then known by a number. */
const numbering = (): ((text: string) => number) => {
  const numbers = new Map<string, number>()
  return (text) => {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
}

interface Keyed {
  readonly change: ContentChange
  readonly contents: string
  /** Equal for changes that are the same; the second without the own name of the cluster where it was met first. */
  readonly keys: readonly [string, string]
}

/** Compares two contents once, however many clusters have them. */
const sharedContentChanges = (numberOf: (text: string) => number) => {
  const met = new Map<Content | undefined, Map<Content | undefined, Keyed>>()
  const alike = new Map<string, Keyed>()
  return (cluster: string, before?: Content, after?: Content): Keyed => {
    const those = met.get(before) ?? new Map<Content | undefined, Keyed>()
    met.set(before, those)
    const found = those.get(after)
    if (found !== undefined) return { ...found, keys: [found.keys[0], withoutOwnName(found.keys[0], cluster)] }
    const numbers = [before, after].map((content) => numberOf(withoutOwnName(JSON.stringify(content) ?? '', cluster)))
    const contents = numbers.join(' ')
    const keyed = alike.get(contents) ?? { contents, ...compared(cluster, before, after) }
    alike.set(contents, keyed)
    those.set(after, keyed)
    return keyed
  }
}

/** All that changes, as one text: equal for changes that are the same. */
export const changeText = ({ release, objects, control }: Pick<Change, 'control' | 'objects' | 'release'>): string =>
  canonical([release, objects.map(sameness), control.map(sameness)])

const compared = (cluster: string, before?: Content, after?: Content): Pick<Keyed, 'change' | 'keys'> => {
  const change = contentChange(before, after)
  const key = changeText({ ...change, control: change.handling })
  return { change, keys: [key, withoutOwnName(key, cluster)] }
}

/** Finds the change that another cluster has already, or makes one. */
const sharedByClusters = (numberOf: (text: string) => number) => {
  const known = new Map<string, Change>()
  return (cluster: string, what: What, content: Keyed, control: readonly ObjectChange[]): Change => {
    const handled = canonical(control.map(sameness))
    const [key, ownless] = content.keys.map(
      (text, index) => `${what} ${numberOf(text)} ${index === 0 ? handled : withoutOwnName(handled, cluster)}`,
    ) as [string, string]
    const { release, objects, handling } = content.change
    const made = { what, ...(release && { release }), objects, control: [...handling, ...control] }
    const change = known.get(key) ?? known.get(ownless) ?? made
    known.set(key, change).set(ownless, change)
    return change
  }
}

/** What makes an object change the same as another: not what stays as it is around it. */
const sameness = ({ identity, what, fields, before, after }: ObjectChange): unknown => [
  identityKey(identity),
  what,
  what === 'changed' ? fields : (after ?? before),
]
