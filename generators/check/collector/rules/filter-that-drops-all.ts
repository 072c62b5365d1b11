import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { textsIn } from '../shape.ts'

export const filterThatDropsAll: CollectorRule = {
  name: 'collector-filter-that-drops-all',
  because: 'a filter was written as what to keep, and dropped exactly that',
  check: ({ graph }) =>
    componentsOf(graph, 'processor', 'filter').flatMap(({ id, settings, path }) =>
      textsIn(settings, path)
        .filter(
          ({ text, at }) => at.at(-1) !== 'error_mode' && alwaysHolds.some((pattern) => pattern.test(text.trim())),
        )
        .map(({ text, at }) => ({
          at,
          reason: `${id} drops all that reaches it: its condition ${text} always holds`,
          fix: 'write the condition of what shall be dropped',
        })),
    ),
}

const alwaysHolds: readonly RegExp[] = [
  /^true$/i,
  /^(\d+|"[^"]*") == \1$/,
  /^not false$/i,
  /^IsMatch\([^,]+, "\^?(\.\*)?\$?"\)$/,
  /^[\w.]+(\["[^"]+"\])? != nil or [\w.]+(\["[^"]+"\])? == nil$/,
]
