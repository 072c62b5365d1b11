/** What a render did to the tree, or would do. A survey of the tree is one. */
export interface Outcome {
  readonly created: readonly AtPath[]
  readonly changed: readonly AtPath[]
  readonly pruned: readonly AtPath[]
  /** How many files are as the fleet says already. */
  readonly unchanged: number
}

interface AtPath {
  readonly path: string
}

/** What happened to a file. */
export interface Change extends AtPath {
  readonly change: 'changed' | 'new' | 'pruned'
}

/** Every file that differs, by path. */
export const changesOf = ({ created, changed, pruned }: Outcome): Change[] =>
  [...marked(created, 'new'), ...marked(changed, 'changed'), ...marked(pruned, 'pruned')].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  )

const marked = (files: readonly AtPath[], change: Change['change']): Change[] =>
  files.map(({ path }) => ({ path, change }))
