import { environmentIn } from '../layout/readme/environment.ts'
import { directoryOf } from '../output/directory.ts'
import type { Build, Order, Outcome } from './build/builder.ts'
import type { Parse } from './build/parsing.ts'
import { contents } from './contents.ts'
import type { Content, Deployed, Unbuilt } from './deployed.ts'
import type { Side, Sides } from './sides.ts'
import type { UnitPair } from './unit-pairs.ts'
import type { Unit } from './units.ts'

/** What a unit comes to in a cluster, or why that is not known. */
export type Deploy = (
  cluster: string,
  unit: Unit,
  side: Side,
) => Unbuilt | { readonly state: Side['name']; readonly deployed: Deployed }

/** Builds all folders that units bring, and then tells what each unit comes to. */
export const deploying = async (
  pairs: readonly UnitPair[],
  sides: Sides,
  { build, parse }: { readonly build: Build; readonly parse: Parse },
): Promise<Deploy> => {
  const outcomes = await builtFolders(pairs, sides, build)
  const { ofFolder, ofChart } = contents(parse)
  const environmentOf = environments()
  const contentOf = ({ brings }: Unit, side: Side): Content | string => {
    if ('items' in brings) return ofFolder(brings.items)
    if ('application' in brings) return ofChart(brings.application, side.tree)
    const outcome = outcomes.get(`${side.name} ${brings.folder}`)
    if (outcome !== undefined) return 'items' in outcome ? ofFolder(outcome.items) : outcome.reason
    // What neither state has, stands in another repository.
    return sides.filesOf(brings.folder).length === 0 ? ofFolder(nothing) : 'there is no such folder'
  }
  return (cluster, unit, side) => {
    const { namespace, component, place, control } = unit
    const folder = folderOf(cluster, unit)
    const content = contentOf(unit, side)
    if (typeof content === 'string') return { state: side.name, folder, reason: content, clusters: [cluster] }
    const environment = environmentOf(cluster, side)
    const deployed = { cluster, namespace, component, environment, place, folder, control, content }
    return { state: side.name, deployed }
  }
}

const nothing = [] as const

const builtFolders = async (pairs: readonly UnitPair[], sides: Sides, build: Build): Promise<Map<string, Outcome>> => {
  const orders = new Map<string, Order>()
  for (const pair of pairs) {
    for (const side of [sides.before, sides.after]) {
      const brings = pair[side.name]?.brings
      if (brings === undefined || !('folder' in brings) || !side.tree.isFolder(brings.folder)) continue
      orders.set(`${side.name} ${brings.folder}`, { side, folder: brings.folder })
    }
  }
  const outcomes = await build([...orders.values()])
  return new Map([...orders.keys()].map((key, index) => [key, outcomes[index]!]))
}

/** A chart's is the folder of the layer that decides last. */
const folderOf = (cluster: string, { namespace, brings }: Unit): string => {
  if ('folder' in brings) return brings.folder
  const last = 'application' in brings ? brings.valuesFiles.at(-1) : undefined
  return last === undefined ? `clusters/${cluster}/${namespace}` : directoryOf(last)
}

const environments = () => {
  const known = new Map<string, string>()
  return (cluster: string, { name, tree }: Side): string => {
    const key = `${name} ${cluster}`
    const readme = `clusters/${cluster}/README.md`
    const environment = known.get(key) ?? (tree.isFile(readme) ? environmentIn(tree.text(readme)) : undefined) ?? ''
    known.set(key, environment)
    return environment
  }
}
