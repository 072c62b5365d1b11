import { expect, test } from 'vitest'
import { terminalReview } from '../../generators/review/terminal-review.ts'
import { group, review } from '../support/review.ts'

test('a terminal shows risks first, then what changes where and by what', () => {
  const risk = { name: 'deletes-data', what: 'the claim loki-0 goes away', because: 'All logs go with it.' }
  expect(terminalReview(review([group({ risks: [risk] })]), false)).toBe(`main → the work tree
2 of 7 clusters change, 1 object changed, by 3 rendered files.

1 risk
  ! the claim loki-0 goes away
    All logs go with it.

prod
  web: eu-1, us-1, in shop
    chart 1.2.3 → 2.0.0
    replicas 2 → 3
    from generators/fleet.ts:41 (environments.prod.web)

What the charts make of it is not shown: helm is not on the path.
`)
})

test('colours are there only where they are asked for', () => {
  expect(terminalReview(review([group()]), false)).not.toContain('\u001b')
  expect(terminalReview(review([group()]), true)).toContain('\u001b[1m')
})
