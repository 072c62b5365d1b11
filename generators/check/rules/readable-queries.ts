import { grafanaVariables } from '../../query/grafana-variables.ts'
import { positionName } from '../../query/syntax-error.ts'
import type { ReadQuery } from '../queries/cluster-queries.ts'
import { findOnce, type QueryFinding } from '../queries/found-once.ts'
import type { Rule } from '../rule.ts'

export const readableQueries: Rule = {
  name: 'readable-queries',
  because: 'one alert with a bracket too few kept Prometheus from loading the whole file of rules',
  check: ({ queries }) =>
    findOnce(readableQueries.name, queries()?.asked ?? [], (query) => [
      ...unreadable(query),
      ...strangeVariables(query),
      ...noValue(query),
    ]),
}

const unreadable = ({ expression, reading }: ReadQuery): readonly QueryFinding[] =>
  reading.errors.map(({ from, message }) => ({
    about: `${expression} ${from}`,
    reason: `cannot be run: at ${positionName(expression, from)} the query ${message}`,
    fix: `correct the query: ${excerpt(expression, from)}`,
  }))

/** What stands around the mistake, on one line. */
const excerpt = (expression: string, from: number): string => {
  const start = Math.max(0, from - 30)
  const end = Math.min(expression.length, from + 30)
  const text = expression.slice(start, end).replaceAll(/\s+/g, ' ')
  return `${start === 0 ? '' : '…'}${text.trim()}${end === expression.length ? '' : '…'}`
}

/** Grafana sends a variable that it does not know as it is written. */
const strangeVariables = (query: ReadQuery): readonly QueryFinding[] =>
  query.by === 'rule'
    ? []
    : grafanaVariables(query.expression)
        .filter(({ name }) => !name.startsWith('__') && !query.variables.has(name))
        .map(({ name }) => ({
          about: `$${name}`,
          reason: `names the variable $${name}, which the dashboard does not have`,
          fix: `add the variable to the dashboard, or write what it stands for`,
        }))

/** A rule makes a number or series; a dashboard may show ranges as well. */
const noValue = ({ by, reading, expression }: ReadQuery): readonly QueryFinding[] =>
  by === 'rule' && reading.errors.length === 0 && (reading.type === 'range' || reading.type === 'string')
    ? [
        {
          about: expression,
          reason: `cannot be run: its query is a ${reading.type}`,
          fix: 'ask for a number or for series of an instant: rate(…[5m])',
        },
      ]
    : []
