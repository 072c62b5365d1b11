import type { TreeReader } from '../../output/tree-reader.ts'
import { pathFrom } from './path-from.ts'

/** Files that kustomize looks for in a folder. */
const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

export const isKustomizationFile = (path: string): boolean =>
  kustomizationNames.some((name) => path === name || path.endsWith(`/${name}`))

/**
 * The files that a folder may be built of, whichever features of kustomize it uses: all that stand in it, and whatever
 * words of its kustomization name a file or folder. Rather too many than one too few: who asks wants to know what cannot
 * have changed, or what kustomize must be given.
 * @param textsOf what a kustomization says, in one state or in several
 */
export const reach = (
  tree: TreeReader,
  textsOf: (path: string) => readonly string[] = (path) => [tree.text(path)],
): ((folder: string) => ReadonlySet<string>) => {
  const known = new Map<string, ReadonlySet<string>>()
  const from = (folder: string): ReadonlySet<string> => {
    const before = known.get(folder)
    if (before !== undefined) return before
    const [names, below] = [tree.files(folder), tree.folders(folder)]
    const files = new Set(names.map((name) => pathFrom(folder, name)))
    // Whoever leads back here finds what is known so far.
    known.set(folder, files)
    const kustomizations = names.filter(isKustomizationFile).map((name) => pathFrom(folder, name))
    const words = kustomizations.flatMap(textsOf).flatMap(wordsIn)
    const isPath = (word: string): boolean => word.includes('/') || word.startsWith('.') || below.includes(word)
    // Flux takes everything below where none says what to take.
    for (const word of kustomizations.length === 0 ? below : words.filter(isPath)) {
      const path = pathFrom(folder, word)
      if (tree.isFile(path)) files.add(path)
      else if (path !== folder && tree.isFolder(path)) for (const file of from(path)) files.add(file)
    }
    return files
  }
  return from
}

/** What may be a path in a YAML text, without the comments of its header. */
const wordsIn = (yaml: string): readonly string[] => yaml.replaceAll(/^#.*$/gm, '').match(/[^\s"'`,:=[\]{}]+/g) ?? []

/** Words of a text that may be paths from the root of the repository. */
export const rootedWordsIn = (yaml: string): readonly string[] => yaml.match(/[^\s"'`,[\]{}]*\/[^\s"'`,[\]{}]*/g) ?? []

/** What such a word means: `./apps/base/loki`, or Argo CD's `$values/apps/base/loki/values.yaml`. */
export const rootedPath = (word: string): string => pathFrom('', word.replace(/^(\$values)?\//, ''))
