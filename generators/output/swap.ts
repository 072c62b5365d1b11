import { copyFileSync, linkSync, renameSync } from 'node:fs'

/** One rename. It replaces the file that stands at `to` only if that has a backup to go to. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly backup?: string | undefined
}

/** Performs the moves in order. When one is refused, takes the others back, last first, and throws the refusal. */
export function swap(moves: readonly Move[]): void {
  const done: Move[] = []
  try {
    for (const move of moves) {
      if (move.backup !== undefined) backUp(move.to, move.backup)
      renameSync(move.from, move.to)
      done.push(move)
    }
  } catch (refusal) {
    for (const move of done.reverse()) takeBack(move)
    throw refusal
  }
}

function takeBack({ from, to, backup }: Move): void {
  try {
    if (backup === undefined) renameSync(to, from)
    else renameSync(backup, to)
  } catch {
    // A disk this bad is as after a kill: the intent still knows what is ours, and the next render finishes the work.
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
