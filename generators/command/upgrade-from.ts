import { join } from 'node:path'
import { loadSchemas, schemaFolder } from '../check/schema/schemas.ts'
import { loadExporters, metricsFolder } from '../metrics/exporters.ts'
import { folderState } from '../output/folder-state.ts'
import { ownPackage } from '../output/own-package.ts'
import type { LocatedProblem } from '../review/located-problem.ts'
import type { Handover } from '../upgrade/handover.ts'
import { packageName } from '../upgrade/package-json.ts'
import { type Upgrade, upgradeText, wordLines } from '../upgrade/told.ts'
import { carryOutUpgrade } from './carry-out-upgrade.ts'
import { command } from './command.ts'
import { evaluatedFleet, fleetFile } from './evaluated-fleet.ts'
import { handedOver, migrated, ownFiles } from './handed-over.ts'
import type { Invocation } from './invocation.ts'
import { isAtTerminal } from './is-at-terminal.ts'
import { renderTree } from './render-tree.ts'
import { reviewed } from './reviewed.ts'
import { tellProblems } from './tell-problems.ts'
import { usage as whole } from './upgrade.ts'

const usage = {
  command: 'scripts/upgrade-from.mjs',
  does: 'What scripts/upgrade.mjs of an older version starts in a newer one, which goes on in a copy of the repository.',
  options: whole.options,
} as const

/** `scripts/upgrade-from.mjs`: shows what this version brings, asks, and does it. */
export const upgradeFromCommand = command(usage, async ({ options }, invocation) => {
  const { root: beside, out, color } = invocation
  const handover = handedOver(beside)
  const upgrade = await upgradeOf(handover, invocation)
  if ('problems' in upgrade) return tellRefusal(upgrade, handover, options.json, invocation)
  if (!options.json) out(upgradeText(upgrade, color.out))
  if (!options.yes && (options.json || !isAtTerminal() || !(await isWanted()))) {
    out(options.json ? asJson(upgrade, { isDone: false }) : howToGoOn)
    return 0
  }
  const { line, commit, problems } = await carryOutUpgrade(upgrade, { ...options, root: handover.root, beside })
  const isDone = line !== undefined
  if (isDone && !options.json) out(line)
  if (isDone && problems.length === 0) {
    if (options.json) out(asJson(upgrade, { isDone, commit }))
    return 0
  }
  return tellProblems(problems, invocation, options.json, isDone ? null : undefined, { isDone })
})

const howToGoOn = '\nNothing was written. With --yes it is done, and with --commit it is committed as well.\n'

const asJson = (upgrade: Upgrade, besides: object): string =>
  `${JSON.stringify({ ...upgrade, ...besides, problems: [] }, null, 2)}\n`

const isWanted = async (): Promise<boolean> => {
  const { confirm } = await import('@clack/prompts')
  return (await confirm({ message: 'Go on?', initialValue: false })) === true
}

interface Refusal {
  readonly problems: readonly LocatedProblem[]
}

/** Renders the copy, and holds it against the repository. */
const upgradeOf = async (handover: Handover, invocation: Invocation): Promise<Refusal | Upgrade> => {
  const { root: beside, program, progress } = invocation
  const present = await evaluatedFleet(invocation)
  if ('problems' in present) return present
  const rendered = await renderTree(
    // Whatever repository the copy may stand in, it belongs to none.
    { root: beside, folder: join(beside, '.fleetwright') },
    {
      ...present,
      progress,
      // What people edited was told before.
      force: true,
      schemas: loadSchemas(join(program, schemaFolder)),
      exporters: loadExporters(join(program, metricsFolder)),
    },
  )
  if ('problems' in rendered) return rendered
  const [from, to] = [handover.from.version, ownPackage(program).version]
  const before = folderState(handover.root, `${packageName} ${from}`, [fleetFile])
  const after = folderState(beside, `${packageName} ${to}`, [fleetFile])
  const { review } = await reviewed({ before, after }, false, invocation)
  const { files: rewritten, changes } = migrated(handover, program)
  const { url } = present.fleet.repository
  return { from, to, review, changes, files: ownFiles(handover, { url, program, rewritten }) }
}

/** What this version has to say against the fleet, with what changed in its words. */
const tellRefusal = async (
  { problems }: Refusal,
  handover: Handover,
  json: boolean,
  invocation: Invocation,
): Promise<0 | 1 | 2> => {
  const { changes } = migrated(handover, invocation.program)
  const [from, to] = [handover.from.version, ownPackage(invocation.program).version]
  if (!json) {
    const words = wordLines(changes).map((line) => `${line}\n`)
    invocation.err(`${packageName} ${to} does not take this fleet as ${from} did:\n${words.join('')}\n`)
  }
  return tellProblems(problems, invocation, json, undefined, { from, to, changes, isDone: false })
}
