import { realpathSync } from 'node:fs'
import { compare } from 'semver'
import { usualFiles } from '../new/files.ts'
import { type InstalledPackage, installedPackage } from '../output/installed-package.ts'
import { openWorkTree } from '../output/work-tree.ts'
import type { Problem } from '../problem.ts'
import type { LocatedProblem } from '../review/located-problem.ts'
import { packageName } from '../upgrade/package-json.ts'
import { beforeUpgrade } from './before-upgrade.ts'
import { command } from './command.ts'
import { evaluatedFleet } from './evaluated-fleet.ts'
import { handOver } from './hand-over.ts'
import type { Invocation } from './invocation.ts'
import { isAtTerminal } from './is-at-terminal.ts'
import { tellProblems } from './tell-problems.ts'
import { type Target, upgradeTarget } from './upgrade-target.ts'

export const usage = {
  command: 'npx zx scripts/upgrade.mjs',
  does: [
    'Brings this repository to a newer version of fleetwright, and shows before what changes for the clusters and in your own',
    'files: those that you edited are kept. TARGET is a version, or the file of a package; default: the newest version that npm',
    'finds. In a terminal it asks whether to go on; elsewhere it only shows, unless --yes is said. When anything fails, all is',
    'as it was.',
  ].join('\n'),
  words: ['[TARGET]'],
  offers: { TARGET: 'file' },
  options: {
    yes: { does: 'do it, and ask nothing' },
    commit: { does: 'commit the upgrade, and nothing else' },
    force: { does: 'go on although the tree is not as the fleet says, or something is not committed' },
    json: { does: 'tell what changes as JSON on standard output, and ask nothing' },
  },
} as const

/** `scripts/upgrade.mjs`: what the older version does of an upgrade. The newer one does the rest, in a copy beside. */
export const upgradeCommand = command(usage, async ({ words: [named], options }, invocation) => {
  const canAsk = isAtTerminal() && !options.json
  if (options.commit && !options.yes && !canAsk) return { wrong: '--commit goes with --yes where nobody is asked' }
  const tell = (problems: readonly LocatedProblem[]) => tellProblems(problems, invocation, options.json)
  const root = realpathSync(invocation.root)
  const due = await dueUpgrade(named, root, invocation)
  if ('wrong' in due) return due
  if ('rule' in due) return tell([due])
  if ('idle' in due) {
    invocation.out(options.json ? `${JSON.stringify(nothingDone, null, 2)}\n` : `${due.idle}\n`)
    return 0
  }
  const present = await evaluatedFleet(invocation)
  if ('problems' in present) return tell(present.problems)
  const tree = openWorkTree(root)
  if (tree.repository === undefined) return tell([tree.unversioned!])
  const files = usualFiles(present.fleet.repository.url)
  const own = ['package.json', 'package-lock.json', ...files.map(({ path }) => path)]
  const mixed = options.force ? [] : await beforeUpgrade(tree, present, own, invocation)
  if (mixed.length > 0) return tell(mixed)
  return handOver({ ...due, root, repository: tree.repository, files, options }, invocation)
})

const nothingDone = { isDone: false, problems: [] }

/** What there is to upgrade, or why there is nothing. */
const dueUpgrade = async (
  named: string | undefined,
  root: string,
  { program }: Invocation,
): Promise<
  | { readonly installed: InstalledPackage; readonly target: Target }
  | { readonly idle: string }
  | { readonly wrong: string }
  | Problem
> => {
  if (root === program) {
    return {
      idle: 'This is the repository of fleetwright itself, with nothing to upgrade: git pull brings what is newer.',
    }
  }
  const installed = installedPackage(root, program, packageName)
  if ('rule' in installed) return installed
  const target = await upgradeTarget(named, root, installed.version)
  if ('wrong' in target || 'rule' in target) return target
  return compare(target.version, installed.version) > 0
    ? { installed, target }
    : { idle: `This repository has fleetwright ${installed.version}, and there is nothing newer to upgrade to.` }
}
