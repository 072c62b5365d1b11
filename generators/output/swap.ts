import { copyFileSync, linkSync, renameSync } from 'node:fs'

/** One rename. It replaces the file that stands at `to` only if that has a backup to go to. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly backup?: string | undefined
}

/** Performs the moves in order. If one of them fails, takes the others back, last first, and throws what it failed of. */
export function swap(moves: readonly Move[]): void {
  const done: Move[] = []
  try {
    for (const move of moves) {
      if (move.backup !== undefined) backUp(move.to, move.backup)
      renameSync(move.from, move.to)
      done.push(move)
    }
  } catch (error) {
    for (const { from, to, backup } of done.reverse()) renameSync(backup ?? to, backup === undefined ? from : to)
    throw error
  }
}

/** A second name for the file, which so keeps its first until the moment it is replaced; a copy where names are single. */
function backUp(path: string, backup: string): void {
  try {
    linkSync(path, backup)
  } catch {
    copyFileSync(path, backup)
  }
}
