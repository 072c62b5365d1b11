import { describe, expect, test } from 'vitest'
import { filterThatDropsAll } from '../../../../generators/check/collector/rules/filter-that-drops-all.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

const filtering = (...log_record: readonly string[]) =>
  gatewayWith({
    processors: { filter: { error_mode: 'ignore', logs: { log_record } } },
    service: { pipelines: { logs: { processors: ['memory_limiter', 'filter'] } } },
  })

describe(filterThatDropsAll.because, () => {
  test.each(['true', '1 == 1', 'IsMatch(log.body, ".*")', 'IsMatch(log.body, "")'])('%s', (condition) => {
    expect(wrongIn(filtering('log.severity_number < 5', condition))).toEqual([
      [
        'collector-filter-that-drops-all',
        'collector.processors.filter.logs.log_record.1',
        `filter drops all that reaches it: its condition ${condition} always holds`,
        'write the condition of what shall be dropped',
      ],
    ])
  })

  test('a condition that does not hold of all is a matter of taste', () => {
    expect(wrongIn(filtering('IsMatch(log.body, "^healthz")', 'log.severity_number < 5'))).toEqual([])
  })
})
