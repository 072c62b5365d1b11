import { describe, expect, test } from 'vitest'
import { linearPatterns } from '../../../../generators/check/collector/rules/linear-patterns.ts'
import { gatewayWith, wrongIn } from '../sound.ts'

const at = 'collector.processors.transform.log_statements.0.statements.0'
const scrubbing = (pattern: string) =>
  wrongIn(
    gatewayWith({
      processors: {
        transform: {
          error_mode: 'propagate',
          log_statements: [{ statements: [`replace_all_patterns(log.attributes, "value", "${pattern}", "[x]")`] }],
        },
      },
      service: { pipelines: { logs: { processors: ['transform'] } } },
    }),
  )

describe(linearPatterns.because, () => {
  test('a pattern that can take exponential time', () => {
    expect(scrubbing('(\\\\w+\\\\.?)+@')).toEqual([
      [
        'collector-linear-patterns',
        at,
        'the pattern (\\w+\\.?)+@ is refused: it repeats what is repeated within, which can take exponential time',
        'write it without that part',
      ],
    ])
  })

  test('a part that Go does not know', () => {
    expect(scrubbing('(?<!\\\\d)\\\\d{16}')).toEqual([
      [
        'collector-linear-patterns',
        at,
        "the pattern (?<!\\d)\\d{16} is refused: it has looking ahead or behind, which Go's regular expressions do not know: (?<!",
        'write it without that part',
      ],
    ])
  })

  test('one backslash where OTTL wants two: valid, and it finds nothing', () => {
    expect(scrubbing('\\b\\\\d{3}')).toEqual([
      ['collector-linear-patterns', at, 'in "\\b\\\\d{3}", \\b is a backspace, which no text has', 'write \\\\b'],
    ])
    expect(scrubbing('\\d{3}')).toEqual([
      ['collector-linear-patterns', at, 'in "\\d{3}", \\d is no escape of OTTL', 'write \\\\d'],
    ])
  })

  test('patterns of other components too', () => {
    const attributes = { actions: [{ key: 'url', pattern: '^(a|ab)*$', action: 'extract' }] }
    const config = gatewayWith({
      processors: { attributes },
      service: { pipelines: { logs: { processors: ['attributes'] } } },
    })
    expect(wrongIn(config)).toEqual([
      [
        'collector-linear-patterns',
        'collector.processors.attributes.actions.0.pattern',
        'the pattern ^(a|ab)*$ is refused: it repeats alternatives that begin alike, which can take exponential time',
        'write it without that part',
      ],
    ])
  })

  test('texts that are no patterns are left alone', () => {
    expect(scrubbing('\\\\d+", "(a+)+')).toEqual([])
  })
})
