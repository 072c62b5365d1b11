import { describe, expect, test } from 'vitest'
import { escapedDollars } from '../../../../generators/check/collector/rules/escaped-dollars.ts'
import { gatewayWith, pod, wrongIn } from '../sound.ts'

const claimed = { mounts: [{ name: 'queue', mountPath: '/queue' }], claims: ['queue'], security: { fsGroup: 10001 } }
const renaming = (statement: string) =>
  gatewayWith({
    processors: { transform: { error_mode: 'ignore', log_statements: [{ statements: [statement] }] } },
    service: { pipelines: { logs: { processors: ['transform'] } } },
  })

describe(escapedDollars.because, () => {
  test('a group in a replacement that is taken for a variable', () => {
    expect(wrongIn(renaming(`replace_pattern(log.body, "(\\\\w+)@", "\${1}")`))).toEqual([
      [
        'collector-escaped-dollars',
        'collector.processors.transform.log_statements.0.statements.0',
        `\${1} is taken for a variable of the environment that is not there, and becomes nothing`,
        `write $\${1} where it means itself, or set the variable`,
      ],
    ])
  })

  test('the same with two dollars, or without braces', () => {
    expect(wrongIn(renaming(`replace_pattern(log.body, "(\\\\w+)@$", "$\${1} $1")`))).toEqual([])
  })

  test('both in one text', () => {
    expect(wrongIn(renaming(`replace_pattern(log.body, "(\\\\w+)@", "$\${1} \${env:CLUSTER}")`))).toEqual([
      [
        'collector-escaped-dollars',
        'collector.processors.transform.log_statements.0.statements.0',
        `a text with both $\${ and \${ is resolved wrongly: the one is replaced inside the other`,
        'leave one of them out of this text',
      ],
    ])
  })

  test('a variable that the container does not have', () => {
    const config = gatewayWith({ exporters: { 'otlp/tempo': { endpoint: `\${env:TEMPO}:4317` } } })
    expect(wrongIn(config)).toEqual([])
    expect(wrongIn(config, pod({ ...claimed, env: [{ name: 'TEMPO', value: 'tempo' }] }))).toEqual([])
    expect(wrongIn(config, pod({ ...claimed, env: [{ name: 'TEMPPO', value: 'tempo' }] }))).toEqual([
      [
        'collector-escaped-dollars',
        'collector.exporters.otlp/tempo.endpoint',
        `\${env:TEMPO} is taken for a variable of the environment that is not there, and becomes nothing`,
        `write $\${env:TEMPO} where it means itself, or set the variable`,
      ],
    ])
  })
})
