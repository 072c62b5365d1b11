import { expect, test } from 'vitest'
import { proofLines, tally } from '../../generators/verify/proof.ts'

test('a line says what a program checked, and another what it could not, why, and what to do', () => {
  const missing = (what: readonly string[], because: string, fix: string) => ({ what: tally(what), because, fix })
  expect(
    proofLines([
      {
        by: 'helm',
        checked: tally(['release', 'release']),
        notChecked: missing(['release'], 'no loki-18.11.0.tgz at hand', 'set CHARTS'),
      },
      {
        by: 'promtool',
        checked: {},
        notChecked: missing(['rule file', 'rule file', 'configuration'], 'not found', 'set PROMTOOL'),
      },
      { by: 'amtool', checked: tally(['configuration']) },
    ]),
  ).toBe(`helm: 2 releases checked.
helm: no loki-18.11.0.tgz at hand, 1 release not checked; set CHARTS.
promtool: not found, 2 rule files and 1 configuration not checked; set PROMTOOL.
amtool: 1 configuration checked.
`)
})
