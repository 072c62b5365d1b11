import { standIn } from './grafana-variables.ts'
import { readLogql } from './logql.ts'
import { readPromql } from './promql.ts'
import type { QueryReading } from './reading.ts'

export type Language = 'logql' | 'promql'

/** The language that a type of datasource is asked in; undefined for one whose queries are not read. */
export const languageOf = (datasourceType: string): Language | undefined =>
  datasourceType === 'loki' ? 'logql' : datasourceType === 'prometheus' ? 'promql' : undefined

/** What a query in a dashboard asks for, Grafana's variables in it included. */
export const readQuery = (expression: string, language: Language): QueryReading => {
  const { text, variables } = standIn(expression)
  return language === 'logql' ? readLogql(text, variables) : readPromql(text, variables)
}
