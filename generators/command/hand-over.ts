import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import type { File } from '../file.ts'
import { packageScripts } from '../new/files.ts'
import { copyBeside, removeBeside } from '../output/folder-beside.ts'
import type { Repository } from '../output/git.ts'
import type { InstalledPackage } from '../output/installed-package.ts'
import { installPackages } from '../output/npm.ts'
import { ownPackage } from '../output/own-package.ts'
import { cannotWrite, isSystemError } from '../output/system-error.ts'
import type { Problem } from '../problem.ts'
import { type Handover, handoverFile } from '../upgrade/handover.ts'
import { dependencyIn, packageName, versionSpec, withDependency } from '../upgrade/package-json.ts'
import type { Given } from './arguments.ts'
import type { ExitCode, Invocation } from './invocation.ts'
import { tellProblems } from './tell-problems.ts'
import type { usage } from './upgrade.ts'
import type { Target } from './upgrade-target.ts'

/** An upgrade that can begin. */
export interface DueUpgrade {
  /** The repository, absolute, no link on the way to it. */
  readonly root: string
  readonly repository: Repository
  readonly installed: InstalledPackage
  readonly target: Target
  /** What the installed version would give to a new repository like this one. */
  readonly files: readonly File[]
  readonly options: Given<(typeof usage)['options']>
}

/** Installs the newer version in a copy of the repository, and lets it go on there. The copy is gone afterwards. */
export const handOver = async (due: DueUpgrade, invocation: Invocation): Promise<ExitCode> => {
  const { root, options } = due
  const broken = new AbortController()
  const breakOff = (): void => broken.abort()
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.on(signal, breakOff)
  let beside: string | undefined
  try {
    const progress = invocation.progress(`installing ${packageName} ${due.target.version} beside`, 2)
    try {
      beside = copyBeside(root, due.repository)
      progress.step('npm')
      const refused = await install(due, beside, broken.signal)
      if (broken.signal.aborted) return 1
      if (refused !== undefined) return await tellProblems([refused], invocation, options.json)
    } finally {
      progress.done()
    }
    return await goOn(beside, due, broken.signal)
  } catch (error) {
    if (isSystemError(error)) return tellProblems([cannotWrite(root, error)], invocation, options.json)
    throw error
  } finally {
    if (beside !== undefined) removeBeside(beside)
    for (const signal of signals) process.off(signal, breakOff)
  }
}

const install = async (due: DueUpgrade, beside: string, signal: AbortSignal): Promise<Problem | undefined> => {
  const { root, installed, target, files } = due
  const { version, packageJson: before } = installed
  const named = dependencyIn(before)
  const spec = target.file === undefined ? versionSpec(named?.spec ?? '', target.version) : `file:${target.file}`
  const after = named && withDependency(before, spec)
  if (after === undefined) return notNamed
  const scripts = packageScripts(ownPackage(join(root, 'node_modules', packageName)).typescript)
  const handover: Handover = { root, from: { version, files, scripts }, packageJson: { before, after } }
  writeFileSync(join(beside, 'package.json'), after)
  writeFileSync(join(beside, handoverFile), JSON.stringify(handover))
  const said = await installPackages({ cwd: beside, signal })
  return said === undefined ? undefined : notInstalled(target.version, said)
}

/** The newer version shows what it brings, asks, and does it. */
const goOn = async (beside: string, { root, options }: DueUpgrade, cancelSignal: AbortSignal): Promise<ExitCode> => {
  const args = Object.entries(options).flatMap(([name, said]) => (said ? [`--${name}`] : []))
  const { exitCode } = await execa(
    process.execPath,
    [join(beside, 'node_modules', packageName, 'scripts/upgrade-from.mjs'), ...args],
    // In the middle of its last steps it goes on to their end.
    { cwd: root, stdio: 'inherit', reject: false, cancelSignal, forceKillAfterDelay: false },
  )
  return exitCode === 0 || exitCode === 2 ? exitCode : 1
}

const notNamed: Problem = {
  rule: 'installed-package',
  place: [],
  file: 'package.json',
  reason: `package.json does not name ${packageName} among its dependencies`,
  fix: `run npm install --save-exact ${packageName}`,
}

const notInstalled = (version: string, said: string): Problem => ({
  rule: 'upgrade',
  place: [],
  file: 'package.json',
  reason: `npm could not install ${packageName} ${version}: ${said}`,
  fix: 'remove the cause, and try again',
})
