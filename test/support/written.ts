import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { tree } from './tree.ts'

/** A fleet rendered into a folder of its own, with some files replaced by another text or, by null, left out. */
export const written = (
  fleet: Fleet,
  instead: Readonly<Record<string, ((text: string) => string) | null>> = {},
): string => {
  const root = mkdtempSync(join(tmpdir(), 'fleetwright-'))
  const { paths, text } = tree(fleet)
  for (const path of paths) {
    const change = instead[path]
    if (change === null) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), change === undefined ? text(path) : change(text(path)))
  }
  return root
}
