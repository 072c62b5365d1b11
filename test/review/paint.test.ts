import { expect, test } from 'vitest'
import { paintDifference, painter, paintOutcomes } from '../../generators/review/paint.ts'

const [green, yellow, red, plain] = ['\u001b[32m', '\u001b[33m', '\u001b[31m', '\u001b[39m']

test('text is marked for a terminal alone', () => {
  expect(painter(true).bold('loki')).toBe('\u001b[1mloki\u001b[22m')
  expect(painter(false).bold('loki')).toBe('loki')
})

test('of a list of outcomes, the words that begin the lines are marked, and no others', () => {
  const list =
    'new      apps/new web.yaml\nchanged  a.yaml\npruned   b.yaml\nnews\n\nready   web\nfailing web: ok now\n'
  expect(paintOutcomes(list, true)).toBe(
    [
      `${green}new${plain}      apps/new web.yaml`,
      `${yellow}changed${plain}  a.yaml`,
      `${red}pruned${plain}   b.yaml`,
      'news',
      '',
      `${green}ready${plain}   web`,
      `${red}failing${plain} web: ok now`,
      '',
    ].join('\n'),
  )
  expect(paintOutcomes(list, false)).toBe(list)
})

test('of a difference, the lines that come and go are marked', () => {
  const lines = "fleet.ts:7\n loki({\n+  size: '2Gi',\n-  size: '1Gi',\n"
  expect(paintDifference(lines, true)).toBe(
    `fleet.ts:7\n loki({\n${green}+  size: '2Gi',${plain}\n${red}-  size: '1Gi',${plain}\n`,
  )
  expect(paintDifference(lines, false)).toBe(lines)
})
