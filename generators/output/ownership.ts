import { closeSync, openSync, readSync } from 'node:fs'
import { posix } from 'node:path'
import { directoryOf } from './directory.ts'
import { isOurs } from './header.ts'
import { readInputs } from './reader.ts'

/** Whether the file at a path was rendered by us: it carries our header, or, being JSON, our kustomization beside it lists it. */
export const isOursOnDisk = (root: string, path: string): boolean =>
  path.endsWith('.json') ? isListed(root, path) : isOurs(head(`${root}/${path}`))

function isListed(root: string, path: string): boolean {
  const beside = `${directoryOf(path)}/kustomization.yaml`
  const kustomization = readInputs(root, [beside]).get(beside) ?? ''
  return isOurs(kustomization) && listedFiles(kustomization).has(posix.basename(path))
}

/** The file names in the `files:` of a kustomization's generators. We wrote it, so every list item has a line of its own. */
export function listedFiles(kustomization: string): ReadonlySet<string> {
  const names = new Set<string>()
  let inside = false
  for (const line of kustomization.split('\n')) {
    if (/^\s*#/.test(line)) continue
    const item = /^\s*- (?:[^\s:]+=)?["']?([^"':]+?)["']?\s*$/.exec(line)
    if (inside && item) names.add(item[1]!)
    else inside = /^\s*(?:- )?files:\s*$/.test(line)
  }
  return names
}

/** The first lines, however large the file is. */
function head(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(4096)
    return bytes.toString('utf8', 0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}
