import { load } from './load.mjs'
import { invocation, loadedFleet } from './run.mjs'

const renderEntry = 'generators/command/render.ts'

/** Renders the fleet of this repository as `render --check` does, and says what is wrong and what differs. */
export const checkTree = async () => {
  const fleet = await loadedFleet([renderEntry])
  const { renderCommand } = await load(renderEntry)
  let said = ''
  await renderCommand(invocation(fleet, ['--check', '--json'], { out: (text) => (said += text), err: () => {} }))
  const { problems = [], created = [], changed = [], pruned = [] } = JSON.parse(said)
  return { problems: problems.map(line), differing: [...created, ...changed, ...pruned].sort() }
}

const line = ({ file, line, column, place, reason, fix }) =>
  `${[file, line, column].filter((part) => part !== undefined).join(':')}  ${place.join('.')}: ${reason}; ${fix}`
