import { join } from 'node:path'
import type { File } from '../file.ts'
import { git } from '../output/git.ts'
import { clearFolder, fillFolder, type NewFolder } from '../output/new-folder.ts'
import { installPackages, ran } from '../output/npm.ts'
import type { Problem } from '../problem.ts'
import type { Track } from '../progress.ts'

/** A repository that was made. */
export interface Made {
  /** Its first commit. */
  readonly commit: string
  /** How many files that commit holds. */
  readonly files: number
}

/** Files, packages, tree, commit. When one of them fails, or somebody breaks off, the folder is as it was before. */
export const makeRepository = async (
  folder: NewFolder,
  files: readonly File[],
  progress: Track,
): Promise<Made | Problem> => {
  let isMade = false
  const undo = (): void => {
    if (!isMade) clearFolder(folder)
  }
  const breakOff = (): void => {
    undo()
    process.exit(130)
  }
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.once(signal, breakOff)
  const steps = progress('making the repository', 4)
  try {
    const made = await make(folder, files, steps.step)
    isMade = !('rule' in made)
    return made
  } finally {
    steps.done()
    for (const signal of signals) process.off(signal, breakOff)
    undo()
  }
}

type Step = (now: string) => void

const make = async (folder: NewFolder, files: readonly File[], step: Step): Promise<Made | Problem> => {
  fillFolder(folder, files)
  step('installing the package')
  const refused = await installPackages({ cwd: folder.path })
  if (refused !== undefined) return refusal('npm could not install the package', refused, folder)
  step('rendering the tree')
  const rendered = await ran(process.execPath, [join('scripts', 'render.mjs')], { cwd: folder.path })
  if ('complaint' in rendered) return refusal('the tree could not be rendered', rendered.complaint, folder)
  step('committing')
  return commitAll(folder)
}

const commitAll = (folder: NewFolder): Made | Problem => {
  const { path, had } = folder
  const steps: readonly (readonly string[])[] = [
    had === 'repository' ? ['symbolic-ref', 'HEAD', 'refs/heads/main'] : ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', firstMessage],
  ]
  for (const step of steps) {
    const { ok, complaint } = git(path, step)
    if (!ok) return refusal(`git ${step[0]} failed`, complaint, folder)
  }
  const files = git(path, ['ls-files']).output.trim().split('\n').length
  return { commit: git(path, ['rev-parse', '--short', 'HEAD']).output.trim(), files }
}

const firstMessage = `Describe the fleet, and render it

Rendered from generators/fleet.ts by npx zx scripts/render.mjs.`

const refusal = (what: string, said: string, { path }: { readonly path: string }): Problem => ({
  rule: 'new-repository',
  place: [],
  file: path,
  reason: `${what}: ${said.split('\n').slice(-12).join('\n')}`,
  fix: 'remove the cause, and try again',
})
