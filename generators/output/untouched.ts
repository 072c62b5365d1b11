import { glance } from './glance.ts'
import type { Memory } from './memory.ts'
import { readInputs } from './reader.ts'
import { isUnchanged } from './vouch.ts'
import type { WorkTree } from './work-tree.ts'
import { inputHash } from './written.ts'

/**
 * Whether the disk is exactly as it was left by a render of this fingerprint: then there is nothing to render at all.
 * Costs one lstat a file, like `git status`, and reads only inputs and the few files as new as the memory itself.
 */
export function isUntouched({ root }: WorkTree, memory: Memory, fingerprint: string): boolean {
  if (memory.interrupted || memory.fingerprint !== fingerprint) return false
  try {
    return areInputsUntouched(root, memory) && Object.keys(memory.files).every((path) => isAsLeft(root, path, memory))
  } catch {
    // Whoever looks properly will meet the same refusal and report it.
    return false
  }
}

function isAsLeft(root: string, directory: string, memory: Memory): boolean {
  const at = `${root}/${directory}`
  const files = memory.files[directory] ?? {}
  const stat = glance(at)
  if (stat === undefined) return Object.keys(files).length === 0
  // A directory's own time tells of every file that came or went.
  if (!stat.isDirectory() || stat.mtimeMs > memory.finishedAt) return false
  for (const name in files) {
    const path = `${at}/${name}`
    const file = glance(path)
    if (file === undefined || !isUnchanged(path, file, files[name]!, memory)) return false
  }
  return true
}

const areInputsUntouched = (root: string, { inputs }: Memory): boolean =>
  [...readInputs(root, Object.keys(inputs))].every(([path, content]) => inputs[path] === inputHash(content))
