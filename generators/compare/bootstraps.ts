import { placeInHeader } from '../output/header.ts'
import { rootsOf } from '../verify/roots.ts'
import { objectsIn } from './build/own-build.ts'
import type { Parse } from './build/parsing.ts'
import { clustersIn } from './roots.ts'
import type { Side, Sides } from './sides.ts'
import type { UnitPair } from './unit-pairs.ts'
import { type Unit, unitsAmong } from './units.ts'

/** What a person applies to hand a cluster to Argo CD, where it differs. */
export const bootstrapPairs = (sides: Sides, parse: Parse): readonly UnitPair[] =>
  clustersIn(sides).flatMap((cluster) => {
    const files = [sides.before, sides.after].flatMap(({ tree }) => rootsOf(cluster, tree).files)
    return [...new Set(files)].filter(sides.differs).map((file) => {
      const [before, after] = [sides.before, sides.after].map((side) => bootstrapUnit(file, side, parse))
      return { cluster, ...(before && { before }), ...(after && { after }), lists: [] }
    })
  })

const bootstrapUnit = (file: string, { tree }: Side, parse: Parse): Unit | undefined => {
  if (!tree.isFile(file)) return undefined
  const text = tree.text(file)
  const items = objectsIn(parse(text), file) ?? []
  const { units, others } = unitsAmong(items, '')
  return {
    namespace: items[0]?.object.metadata.namespace ?? '',
    component: 'bootstrap',
    place: placeInHeader(text) ?? [],
    control: units.flatMap(({ control }) => control),
    brings: { items: others },
    files: [file],
  }
}
