import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** What is to stand at a path; undefined for nothing. */
export interface Wanted {
  readonly path: string
  readonly content: string | undefined
}

/** A folder whose files and packages were replaced. */
export interface TakenOver {
  /** Makes it what it was before, to the byte. */
  readonly putBack: () => void
}

const packages = 'node_modules'
const lock = 'package-lock.json'

/**
 * Gives a repository files, and the packages that were installed in a copy of it beside: by renaming them, so that nothing
 * can be half installed. When the system refuses one of the steps, those before are taken back.
 */
export const takeOver = (root: string, beside: string, files: readonly Wanted[]): TakenOver => {
  const undo: (() => void)[] = []
  const putBack = (): void => {
    for (const step of undo.splice(0).reverse()) step()
  }
  try {
    for (const { path, content } of files) undo.push(replace(join(root, path), content))
    if (existsSync(join(beside, lock))) undo.push(replace(join(root, lock), readFileSync(join(beside, lock))))
    // What was compiled in the copy is of use to nobody else.
    rmSync(join(beside, packages, '.cache'), { recursive: true, force: true })
    undo.push(move(join(root, packages), join(beside, 'replaced')))
    undo.push(move(join(beside, packages), join(root, packages)))
    undo.push(link(join(root, packages), join(beside, packages)))
    return { putBack }
  } catch (error) {
    putBack()
    throw error
  }
}

const move = (from: string, to: string): (() => void) => {
  renameSync(from, to)
  return () => renameSync(to, from)
}

/** A program that runs from where the packages were still finds what it has not loaded yet. */
const link = (to: string, from: string): (() => void) => {
  symlinkSync(to, from)
  return () => unlinkSync(from)
}

/** Whatever happens, the file is old or new. */
const replace = (path: string, content: Uint8Array | string | undefined): (() => void) => {
  const before = existsSync(path) ? readFileSync(path) : undefined
  put(path, content)
  return () => put(path, before)
}

const put = (path: string, content: Uint8Array | string | undefined): void => {
  if (content === undefined) {
    rmSync(path, { force: true })
    return
  }
  const arriving = `${path}.${process.pid}`
  mkdirSync(dirname(path), { recursive: true })
  // A copy has the mode of what it replaces.
  if (existsSync(path)) copyFileSync(path, arriving)
  writeFileSync(arriving, content)
  renameSync(arriving, path)
}
