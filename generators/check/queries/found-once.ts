import type { Problem } from '../../problem.ts'
import type { ClusterQueries, ReadQuery } from './cluster-queries.ts'

/** A problem of a query: what it is about, so that it is told once a document, and how it is told. */
export interface QueryFinding {
  readonly about: string
  /** Continues "panel "CPU" of the dashboard Web …". */
  readonly reason: string
  readonly fix: string
}

/** Looks at every query of a language, and tells what is about the same in one document where it is met first. */
export const findOnce = (
  rule: string,
  queries: readonly ReadQuery[],
  look: (query: ReadQuery) => readonly QueryFinding[],
): readonly Problem[] => {
  const told = new Set<string>()
  return queries.flatMap((query) =>
    look(query).flatMap(({ about, reason, fix }): readonly Problem[] => {
      const key = `${query.document}\n${about}`
      if (told.has(key)) return []
      told.add(key)
      return [{ rule, place: query.place, reason: `${query.where} of ${query.document} ${reason}`, fix }]
    }),
  )
}

/** The queries that go to Prometheus, or to Loki. */
export const askedIn = (language: ReadQuery['language'], { asked }: ClusterQueries): readonly ReadQuery[] =>
  asked.filter((query) => query.language === language)
