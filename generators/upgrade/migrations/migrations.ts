import type { Migration } from '../migration.ts'

/**
 * Every change of the words that a fleet written for an older version has to follow, one a file beside this one. A name or an
 * option that is gone is a problem with its line without any: a migration is for what can be rewritten, or explained.
 */
export const migrations: readonly Migration[] = []
