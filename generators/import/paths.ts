import { posix } from 'node:path'

/** A path from the imported folder, as somebody wrote it in a file of `from`: `../base/./podinfo/`. */
export const joined = (from: string, written: string): string => {
  const path = posix.join('/', from, written).replace(/\/$/, '')
  return path.slice(1)
}

export const folderOf = (file: string): string => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '')

/** Whether a file or folder lies in a folder, or is it. The root, which is empty, holds all. */
export const isWithin = (path: string, folder: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`)
