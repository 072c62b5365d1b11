import { grouped } from '../grouped.ts'
import { causeFinder } from './causes.ts'
import type { ComponentChange } from './change.ts'
import { type ComparedPair, componentChanges } from './changes.ts'
import { type AskCharts, type Charted, changedReleases, withCharted } from './charted.ts'
import type { Deployed, DeployedPair, Unbuilt } from './deployed.ts'
import { inReviewOrder, type SharedChange, sharedChanges } from './groups.ts'
import { withoutOwnName } from './own-name.ts'
import type { ChangeGroup, Review, Risk } from './review.ts'
import type { TreeState } from './state.ts'
import { totalsOf } from './totals.ts'
import { wordsOf } from './words/words.ts'

/** Two states of the tree with what was built of them, and who is asked about it. */
export interface ToCompare {
  readonly before: TreeState
  readonly after: TreeState
  /** What differs. */
  readonly pairs: readonly DeployedPair[]
  readonly unbuilt: readonly Unbuilt[]
  /** How many clusters there are in either state. */
  readonly clusters: number
  readonly risksOf: (change: ComponentChange, pair: DeployedPair) => readonly Risk[]
  /** Risks of all groups together. Default: none. */
  readonly risksOfAll?: (groups: readonly ChangeGroup[]) => readonly Risk[]
  /** Who says what charts make of releases; or why nobody does, which continues "is not shown: ". */
  readonly charts: AskCharts | string
}

/** Holds two states of the tree against each other: what changes for whom, what it means, where it comes from, what is risky. */
export const compareStates = async (given: ToCompare): Promise<Review> => {
  const { before, after, pairs, unbuilt, clusters, risksOf, risksOfAll } = given
  const plain = componentChanges(pairs)
  const { charts, objects } = await askCharts(given.charts, plain)
  const compared = withCharted(plain, objects)
  const causesOf = causeFinder(before, after)
  const groups = inReviewOrder(
    sharedChanges(compared).map((shared): ChangeGroup => {
      const { pairs: _, ...group } = shared
      return { ...group, words: wordsFor(shared), causes: causesOf(shared), risks: risksFor(shared, risksOf) }
    }),
  )
  return {
    before: named(before),
    after: named(after),
    groups,
    risks: risksOfAll?.(groups) ?? [],
    unbuilt,
    charts,
    totals: totalsOf(compared, clusters, [before, after]),
  }
}

const named = ({ name, commit }: TreeState): Review['before'] => ({ name, ...(commit !== undefined && { commit }) })

const askCharts = async (charts: AskCharts | string, compared: readonly ComparedPair[]): Promise<Charted> => {
  if (typeof charts === 'string') return { charts: { compared: false, reason: charts }, objects: new Map() }
  const releases = changedReleases(compared)
  return releases.length === 0 ? { charts: { compared: true }, objects: new Map() } : charts(releases)
}

/** Where clusters get the same but for their own names, no name is said. */
const wordsFor = ({ change, component, pairs }: SharedChange): readonly string[] => {
  const words = wordsOf(change, component)
  const [{ pair: first }] = pairs
  const isShared = pairs.every(
    ({ pair }) => isSameContent(pair.before, first.before) && isSameContent(pair.after, first.after),
  )
  return isShared ? words : words.map((line) => withoutOwnName(line, first.cluster))
}

const isSameContent = (one: Deployed | undefined, other: Deployed | undefined): boolean =>
  one?.content === other?.content

/** Clusters that change alike may still differ in what stays, and so in what is risky about it. */
const risksFor = ({ pairs }: SharedChange, risksOf: ToCompare['risksOf']): readonly Risk[] => {
  const different = [...grouped(pairs, ({ contents }) => contents).values()].map(([first]) => first!)
  const risks = new Map<string, Risk>()
  for (const { change, pair } of different) {
    for (const risk of risksOf(change, pair)) {
      const key = `${risk.name} ${withoutOwnName(risk.what, pair.cluster)}`
      if (!risks.has(key)) risks.set(key, risk)
    }
  }
  return [...risks.values()]
}
