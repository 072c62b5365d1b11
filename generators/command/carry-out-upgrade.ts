import { join } from 'node:path'
import { commit } from '../output/commit.ts'
import { ran } from '../output/npm.ts'
import { cannotWrite } from '../output/system-error.ts'
import { type TakenOver, takeOver, type Wanted } from '../output/take-over.ts'
import { openWorkTree } from '../output/work-tree.ts'
import type { Problem } from '../problem.ts'
import { count } from '../review/count.ts'
import { packageName } from '../upgrade/package-json.ts'
import { type Upgrade, upgradeMessage } from '../upgrade/told.ts'

/** How an upgrade ended. */
export interface CarriedOut {
  /** What was done, in a sentence; undefined where nothing was. */
  readonly line?: string
  /** The commit, where one was asked for and made. */
  readonly commit?: string | undefined
  readonly problems: readonly Problem[]
}

interface Request {
  /** The repository. */
  readonly root: string
  /** Its copy, with the newer packages. */
  readonly beside: string
  readonly commit: boolean
  readonly force: boolean
}

/** Does all of an upgrade, or nothing. A commit comes after it: what git refuses stands in the work tree. */
export const carryOutUpgrade = async (upgrade: Upgrade, request: Request): Promise<CarriedOut> => {
  const files = upgrade.files.filter(({ does }) => does !== 'keep')
  const done = await undisturbed(() => takeOverAndRender(upgrade.to, files, request))
  if ('rule' in done) return { problems: [done] }
  const line = `\n${packageName} ${upgrade.to} is installed; ${count(files.length, 'file')} of yours and ${done.written.length} of the tree written.\n`
  const paths = [...files.map(({ path }) => path), ...done.written]
  return request.commit ? committed(upgrade, request.root, paths, line) : { line, problems: [] }
}

/** Whoever breaks off now gets what was asked for, or what was there: not half of it. */
const undisturbed = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const ignore = (): void => {}
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.on(signal, ignore)
  try {
    return await work()
  } finally {
    for (const signal of signals) process.off(signal, ignore)
  }
}

/** Files and packages, then the tree as the newer version renders it there; when that fails, all is put back. */
const takeOverAndRender = async (
  version: string,
  files: readonly Wanted[],
  { root, beside, force }: Request,
): Promise<Problem | { readonly written: readonly string[] }> => {
  let taken: TakenOver
  try {
    taken = takeOver(root, beside, files)
  } catch (error) {
    return cannotWrite(root, error)
  }
  const script = join(root, 'node_modules', packageName, 'scripts/render.mjs')
  const said = await ran(process.execPath, [script, '--json', ...(force ? ['--force'] : [])], { cwd: root })
  if ('output' in said) return { written: writtenPaths(said.output) }
  taken.putBack()
  return notRendered(version, said.complaint)
}

/** What `render --json` says that it wrote. */
const writtenPaths = (said: string): readonly string[] => {
  const { created, changed, pruned } = JSON.parse(said)
  return [created, changed, pruned].flat()
}

const committed = (upgrade: Upgrade, root: string, paths: readonly string[], line: string): CarriedOut => {
  const message = upgradeMessage(upgrade)
  const { id, problems } = commit(openWorkTree(root), { paths: [...paths, 'package-lock.json'], message })
  if (problems.length > 0) return { line, problems }
  return { commit: id, problems, line: `${line}Committed as ${id?.slice(0, 12)}: ${message.split('\n')[0]}\n` }
}

const notRendered = (version: string, said: string): Problem => ({
  rule: 'upgrade',
  place: [],
  file: '.',
  reason: `${packageName} ${version} could not render the tree: ${said}`,
  fix: 'remove the cause, and try again',
})
