import type { IVolume } from 'kubernetes-models/v1/Volume'

/** A folder of the node, which is made when it is not there. What is mounted of it is for the container to say. */
export const hostFolder = (name: string, path: string) =>
  ({ name, hostPath: { path, type: 'DirectoryOrCreate' } }) satisfies IVolume
