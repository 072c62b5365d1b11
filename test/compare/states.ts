import { fileURLToPath } from 'node:url'
import { pairs } from '../../generators/compare/pairs.ts'
import type { TreeState } from '../../generators/compare/state.ts'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { type BuildApart, buildApart } from '../../generators/output/build-apart.ts'
import { tree } from '../support/tree.ts'

export type Files = Readonly<Record<string, string>>

/** A state of a tree that holds these files. */
export const stateWith = (files: Files, name = 'made up'): TreeState => ({
  name,
  files: new Map(Object.entries(files)),
  read: (path) => files[path]!,
})

/** The files that a fleet comes to. */
export const filesOf = (given: Fleet): Files => {
  const { paths, text } = tree(given)
  return Object.fromEntries(paths.map((path) => [path, text(path)]))
}

/** Those files with some of them changed, or without those that are undefined. */
export const withFiles = (files: Files, changed: Readonly<Record<string, string | undefined>>): Files =>
  Object.fromEntries(
    Object.entries({ ...files, ...changed }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )

/** For trees that hold nothing that we do not build ourselves. */
const nothingApart: BuildApart = async (_, folders) => {
  throw new Error(`kustomize was asked for ${folders.join(', ')}`)
}

export const realKustomize = buildApart(fileURLToPath(new URL('../..', import.meta.url)))

export const pairsOf = (before: Files, after: Files, apart = nothingApart) =>
  pairs(stateWith(before), stateWith(after), apart)
