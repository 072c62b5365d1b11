import type { File } from '../../file.ts'
import { locator } from '../../review/locate.ts'
import type { FleetSource } from '../../review/located-problem.ts'
import { type Position, positionAt } from '../../review/source/position.ts'
import type { UsedChart } from './used-charts.ts'

/** A line of a file. */
export interface Whereabouts extends Position {
  /** From the root of the repository. */
  readonly file: string
}

/**
 * Finds where the versions of charts stand: as an option in the fleet, or beside the chart's address, in whichever of the
 * sources that is. Where neither is there, as for a chart of the package's catalogue: where the fleet names the component,
 * which is where a version of one's own goes.
 */
export const versionFinder = (fleet: FleetSource, sources: readonly File[]) => {
  const inFleet = locator(fleet.source)
  return (chart: UsedChart): Whereabouts =>
    (chart.isOption ? undefined : besideAddress(chart, sources)) ?? { file: fleet.file, ...inFleet(chart.place) }
}

/** Address and version stand one after the other, in either order, as Renovate wants them. */
const besideAddress = ({ url, version }: UsedChart, sources: readonly File[]): Whereabouts | undefined => {
  const [address, exact] = [quoted(url), quoted(version)]
  const pattern = new RegExp(
    `url: ${address},\\s+version: (?=${exact})|version: (?=${exact})${exact},\\s+url: ${address}`,
  )
  for (const { path, content } of sources) {
    // Most files name no chart, and a search for a text is quick.
    const found = content.includes(url) ? pattern.exec(content) : null
    if (found === null) continue
    const offset = found.index + (found[0].startsWith('url') ? found[0].length : 'version: '.length)
    return { file: path, ...positionAt(content, offset) }
  }
  return undefined
}

const quoted = (text: string): string => `['"\`]${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}['"\`]`
