import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../generators/review/outcome.ts'
import { checkSummary, summary, summaryAsJson } from '../../generators/review/summary.ts'

const files = (...paths: string[]) => paths.map((path) => ({ path }))
const many = (number: number) => files(...Array.from({ length: number }, (_, index) => `${index}.yaml`))
const outcome = (some: Partial<Outcome>): Outcome => ({ created: [], changed: [], pruned: [], unchanged: 0, ...some })

describe('what a render did is told in a line', () => {
  test.each<[string, Partial<Outcome>]>([
    [
      '12 files written (2 new, 10 changed), 1 pruned, 231 unchanged.',
      { created: many(2), changed: many(10), pruned: many(1), unchanged: 231 },
    ],
    ['244 files written (244 new).', { created: many(244) }],
    ['1 file written (1 changed), 243 unchanged.', { changed: many(1), unchanged: 243 }],
    ['2 files pruned, 242 unchanged.', { pruned: many(2), unchanged: 242 }],
    ['1 file pruned.', { pruned: many(1) }],
    ['Nothing to do: 244 files are as the fleet says.', { unchanged: 244 }],
    ['Nothing to do: 1 file is as the fleet says.', { unchanged: 1 }],
    ['Nothing to do: 0 files are as the fleet says.', {}],
  ])('%s', (line, some) => {
    expect(summary(outcome(some))).toBe(`${line}\n`)
  })
})

test('a check lists every file that differs by path, and says what to do', () => {
  const differing = outcome({
    created: files('clusters/homelab/monitoring/tempo.yaml', 'apps/base/monitoring/tempo/values.yaml'),
    changed: files('apps/dev/monitoring/loki/values-dev.yaml'),
    pruned: files('clusters/homelab/monitoring/promtail.yaml'),
    unchanged: 240,
  })
  expect(checkSummary(differing)).toBe(`\
new      apps/base/monitoring/tempo/values.yaml
changed  apps/dev/monitoring/loki/values-dev.yaml
pruned   clusters/homelab/monitoring/promtail.yaml
new      clusters/homelab/monitoring/tempo.yaml

4 files differ from the fleet: run npx zx scripts/render.mjs
`)
})

test('a check that finds one file speaks of one', () => {
  expect(checkSummary(outcome({ changed: files('a.yaml') }))).toBe(`\
changed  a.yaml

1 file differs from the fleet: run npx zx scripts/render.mjs
`)
})

test('a check that finds nothing says so', () => {
  expect(checkSummary(outcome({ unchanged: 244 }))).toBe('Up to date: 244 files are as the fleet says.\n')
})

test('machines get paths in order, and nothing of what else the render knows of a file', () => {
  const known = { path: 'b.yaml', content: 'secret: yes' }
  expect(summaryAsJson(outcome({ created: [known, ...files('a.yaml')], unchanged: 3 }))).toEqual({
    created: ['a.yaml', 'b.yaml'],
    changed: [],
    pruned: [],
    unchanged: 3,
  })
})
