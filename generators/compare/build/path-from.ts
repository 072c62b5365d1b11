import { posix } from 'node:path'

/** What a path means in a file of a folder, from the root of the repository: `../base/loki` in `apps/dev` is `apps/base/loki`. */
export const pathFrom = (folder: string, path: string): string =>
  // Most name what stands beside them.
  path.includes('/') || path.startsWith('.') || folder === ''
    ? posix.join(folder, path).replace(/\/$/, '')
    : `${folder}/${path}`
