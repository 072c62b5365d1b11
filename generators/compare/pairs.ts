import type { BuildApart } from '../output/build-apart.ts'
import { equal } from '../plan/values.ts'
import { bootstrapPairs } from './bootstraps.ts'
import { builder } from './build/builder.ts'
import { parsing } from './build/parsing.ts'
import type { Deployed, DeployedPair, Unbuilt } from './deployed.ts'
import { deploying } from './deploying.ts'
import { isSameContent } from './same-content.ts'
import { type Sides, sidesOf } from './sides.ts'
import type { TreeState } from './state.ts'
import { together } from './together.ts'
import { type UnitPair, unitPairs } from './unit-pairs.ts'
import type { Unit } from './units.ts'

export interface Pairs {
  /** Cluster by cluster. */
  readonly pairs: readonly DeployedPair[]
  /** Each folder once a state, with all clusters that read it. */
  readonly unbuilt: readonly Unbuilt[]
}

/**
 * What clusters would see of two states of the tree, component by component, where it differs. Only that is built which may
 * differ, once for all clusters that read it.
 * @param apart builds what we do not build ourselves: kustomizations that say what ours never say
 */
export const pairs = async (before: TreeState, after: TreeState, apart: BuildApart): Promise<Pairs> => {
  const sides = sidesOf(before, after)
  if (!sides.differ) return { pairs: [], unbuilt: [] }
  const parse = parsing()
  const build = builder(sides, parse, apart)
  const found = await unitPairs(sides, build)
  const changed = [...found.pairs, ...bootstrapPairs(sides, parse)].filter((pair) => mayDiffer(pair, sides))
  const deploy = await deploying(changed, sides, { build, parse })
  const results = changed.map((pair) => pairOf(pair, sides, deploy))
  return {
    pairs: results.flatMap((result) => result.pair ?? []),
    unbuilt: together([...found.unbuilt, ...results.flatMap((result) => result.unbuilt)]),
  }
}

const mayDiffer = ({ before, after }: UnitPair, sides: Sides): boolean =>
  before === undefined ||
  after === undefined ||
  changedFiles(before, sides).length > 0 ||
  changedFiles(after, sides).length > 0 ||
  !equal(before.control, after.control)

/** The files behind what a unit brings, as far as they differ. */
const changedFiles = ({ brings, files }: Unit, { differs, changedIn }: Sides): readonly string[] => {
  if ('folder' in brings) return changedIn(brings.folder)
  return ('application' in brings ? brings.valuesFiles : files).filter(differs)
}

interface Result {
  readonly pair?: DeployedPair
  readonly unbuilt: readonly Unbuilt[]
}

const pairOf = (pair: UnitPair, sides: Sides, deploy: Awaited<ReturnType<typeof deploying>>): Result => {
  const outcomes = [sides.before, sides.after].flatMap((side) => {
    const unit = pair[side.name]
    return unit === undefined ? [] : [deploy(pair.cluster, unit, side)]
  })
  const unbuilt = outcomes.flatMap((one) => ('reason' in one ? [one] : []))
  const [before, after] = [sides.before, sides.after].map(({ name }) =>
    outcomes.flatMap((one) => ('deployed' in one && one.state === name ? [one.deployed] : [])).at(0),
  )
  const known = after ?? before
  if (known === undefined || isSame(before, after)) return { unbuilt }
  const { cluster, namespace, component } = known
  const doubtful = unbuilt[0]?.state ?? pair.unbuilt
  return {
    unbuilt,
    pair: {
      ...{ cluster, namespace, component },
      ...(before && { before }),
      ...(after && { after }),
      ...(doubtful && { unbuilt: doubtful }),
      files: filesBehind(pair, isControlSame(before, after), sides),
    },
  }
}

const isSame = (before: Deployed | undefined, after: Deployed | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  isControlSame(before, after) &&
  isSameContent(before.content, after.content)

const isControlSame = (before: Deployed | undefined, after: Deployed | undefined): boolean =>
  before !== undefined && after !== undefined && equal(before.control, after.control)

/** Whether a unit is there, and what is patched in it, the kustomizations around it say. */
const filesBehind = ({ before, after, lists }: UnitPair, isControlSame: boolean, sides: Sides): readonly string[] => {
  const units = [before, after].filter((unit) => unit !== undefined)
  const own = units.flatMap((unit) => [...unit.files.filter(sides.differs), ...changedFiles(unit, sides)])
  return [...new Set(isControlSame ? own : [...own, ...lists])].sort()
}
