import { parser } from '@grafana/lezer-logql'
import type { SyntaxNode } from '@lezer/common'
import { readMetric } from './logql/metric.ts'
import { readLogs } from './logql/pipeline.ts'
import type { QueryReading, Span } from './reading.ts'
import { syntaxError } from './syntax-error.ts'
import { partsOf, type Result, readTree, unknown, unreadable, type Walk } from './walk.ts'

const functions =
  'absent_over_time approx_topk avg avg_over_time bottomk bytes_over_time bytes_rate count count_over_time ' +
  'first_over_time label_replace last_over_time max max_over_time min min_over_time quantile_over_time rate ' +
  'rate_counter sort sort_desc stddev stddev_over_time stdvar stdvar_over_time sum sum_over_time topk vector'
const grammar = { name: 'LogQL', escaping: '"', functions: functions.split(' ') }

/** What a LogQL expression asks for, in the same terms as `readPromql`: its selectors name streams instead of series. */
export const readLogql = (expression: string, variables: readonly Span[] = []): QueryReading => {
  const tree = parser.parse(expression)
  const error = syntaxError(expression, tree, grammar)
  return error === undefined ? readTree(tree, expression, variables, readNode) : unreadable(error)
}

const readNode = (node: SyntaxNode, walk: Walk): Result => {
  switch (node.name) {
    case 'LogExpr':
    case 'LogRangeExpr':
      return readLogs(node, walk)
    case 'Expr':
    case 'MetricExpr': {
      const [inside] = partsOf(node)
      return inside === undefined ? unknown : walk.read(inside)
    }
    default:
      return readMetric(node, walk)
  }
}
