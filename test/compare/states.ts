import type { TreeState } from '../../generators/compare/state.ts'

/** A state of a tree that holds these files. */
export const stateWith = (files: Readonly<Record<string, string>>, name = 'made up'): TreeState => ({
  name,
  files: new Map(Object.entries(files)),
  read: (path) => files[path]!,
})
