import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TreeState } from '../compare/state.ts'
import { lookAround, walk } from './disk.ts'
import { glance } from './glance.ts'

/** The tree as it stands in a folder, whether git knows it or not. Links are not followed. */
export const folderState = (root: string, name: string, besides: readonly string[]): TreeState => {
  const paths = [...walk(lookAround(root))].flatMap(({ path, kind }) => (kind === 'file' ? [path] : []))
  const present = besides.filter((path) => glance(join(root, path))?.isFile())
  const named = (path: string) =>
    [
      path,
      createHash('sha1')
        .update(readFileSync(join(root, path)))
        .digest('hex'),
    ] as const
  return {
    name,
    files: new Map([...paths, ...present].map(named)),
    read: (path) => readFileSync(join(root, path), 'utf8'),
  }
}
