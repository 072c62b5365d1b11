import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { File } from '../file.ts'
import { type Track, untold } from '../progress.ts'
import { type Built, buildAll, findKustomize } from './kustomize.ts'

/** Lets a real kustomize build folders of a tree that need not stand on the disk. */
export type BuildApart = (files: Iterable<File>, folders: readonly string[]) => Promise<readonly Built[]>

/**
 * Lays the files into a folder of their own, which is gone afterwards, and builds there.
 * @param root where our package stands: it may have to bring the kustomize
 */
export const buildApart =
  (root: string, progress: Track = untold): BuildApart =>
  async (files, folders) => {
    const kustomize = await findKustomize(root)
    if (kustomize === undefined) return folders.map((folder) => ({ folder, error: 'there is no kustomize' }))
    const apart = mkdtempSync(join(tmpdir(), 'fleetwright-build-'))
    try {
      for (const { path, content } of files) {
        mkdirSync(dirname(join(apart, path)), { recursive: true })
        writeFileSync(join(apart, path), content)
      }
      const built = await buildAll(kustomize, apart, folders, progress('building folders', folders.length))
      return built.map((one) => ('error' in one ? { ...one, error: one.error.replaceAll(`${apart}/`, '') } : one))
    } finally {
      rmSync(apart, { recursive: true })
    }
  }
