import { posix } from 'node:path'

/** What a path means in a file of a folder, from the root of the repository: `../base/loki` in `apps/dev` is `apps/base/loki`. */
export const pathFrom = (folder: string, path: string): string => posix.join(folder, path).replace(/\/$/, '')
