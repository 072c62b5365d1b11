import type { Problem } from '../problem.ts'
import { count } from '../review/count.ts'
import { changesOf, type Outcome } from '../review/outcome.ts'
import { isOlder } from './older.ts'
import type { Promotion } from './promotion.ts'

/** What a promotion is, in a sentence, and who is not reached by it. */
export const promotionLines = (promotion: Promotion): string => {
  const { from, to, component, version, before, apart } = promotion
  const moves =
    version === before
      ? `${to} has ${component} ${version} already, as ${from} has it: nothing to do.\n`
      : `${to} ${isOlder(version, before) ? 'goes back' : 'goes'} from ${component} ${before} to ${version}, as ${from} has it.\n`
  return moves + apart.map((one) => `Cluster ${one.cluster} keeps ${one.version}, which it says itself.\n`).join('')
}

/** The files of the tree that a promotion changes. */
export const treeLines = (outcome: Outcome, to: string): string => {
  const changes = changesOf(outcome)
  if (changes.length === 0)
    return `No file of the tree changes: nothing that is rendered for ${to} says this version.\n`
  return changes.map(({ path, change }) => `${change.padEnd('changed'.length)}  ${path}\n`).join('')
}

/** The commit message of a promotion. */
export const promotionMessage = (promotion: Promotion): string => {
  const { from, to, component, version } = promotion
  return [
    `Promote ${component} ${version} from ${from} to ${to}`,
    '',
    promotionLines(promotion),
    `Moved in generators/fleet.ts, and rendered, by npx zx scripts/promote.mjs ${from} ${to} ${component}.`,
    '',
  ].join('\n')
}

/** A tree that says something else already would mix that into the diff. */
export const staleTree = (outcome: Outcome): Problem => {
  const { length } = changesOf(outcome)
  return {
    rule: 'stale-tree',
    place: [],
    file: '.',
    reason: `${count(length, 'file')} of the tree ${length === 1 ? 'is' : 'are'} not as the fleet says already, which would get mixed into the promotion`,
    fix: 'run npx zx scripts/render.mjs and look at what it changes, then promote',
  }
}

/** Files that the promotion may change hold other changes, which its commit would take along. */
export const uncommittedFiles = (paths: readonly string[]): Problem => ({
  rule: 'not-committed',
  place: [],
  file: '.',
  reason: `${paths.length === 1 ? paths[0] : `${paths[0]} and ${count(paths.length - 1, 'other file')}`} would be committed with changes that are not of the promotion`,
  fix: 'commit or undo them first, or leave out --commit',
})
