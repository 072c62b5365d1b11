import { expect, test } from 'vitest'
import { reviewMarkdown } from '../../../generators/review/pull-request/markdown.ts'
import { group, review } from '../../support/review.ts'

test('a comment says what changes, where, and folds the differences', () => {
  expect(reviewMarkdown(review([group()]))).toBe(`## main → the work tree

2 of 7 clusters change, 1 object changed, by 3 rendered files.

### prod

#### web: eu-1, us-1, in shop

chart 1.2.3 → 2.0.0 · replicas 2 → 3

From \`environments.prod.web\` (generators/fleet.ts:41).

<details><summary>2 differences</summary>

values of web

\`\`\`diff
@@ -1,2 +1,2 @@
 ingress:
-  enabled: false
+  enabled: true
\`\`\`

Deployment shop/web

\`\`\`diff
@@ -4,4 +4,4 @@
   name: web
   namespace: shop
 spec:
-  replicas: 2
+  replicas: 3
\`\`\`

</details>

What the charts make of it is not shown: helm is not on the path.
`)
})

test('risks come first, each with where it is and why it is one', () => {
  const risk = { name: 'deletes-data', what: 'the claim loki-0 goes away', because: 'All logs go with it.' }
  const text = reviewMarkdown(review([group({ risks: [risk] })]))
  expect(text).toContain(`### 1 risk

- **the claim loki-0 goes away** (prod: eu-1, us-1, in shop)<br>All logs go with it.

### prod`)
})

test('nothing that changes is said in a sentence', () => {
  expect(reviewMarkdown(review([], { charts: { compared: true } }))).toBe(`## main → the work tree

No cluster would see a difference.
`)
})

test('what cannot be built on one side is told, and the rest still shown', () => {
  const unbuilt = [{ state: 'before', folder: 'apps/base/x', reason: 'no such file', clusters: ['eu-1'] } as const]
  const text = reviewMarkdown(review([group()], { unbuilt }))
  expect(text).toContain('### Cannot be built\n\n- `apps/base/x`, main: no such file\n')
  expect(text).toContain('#### web')
})

test('names from the tree mention nobody, link no issue and open no tag', () => {
  const text = reviewMarkdown(review([group({ words: ['owner @alice → #12 <b>`x`'] })]))
  expect(text).toContain('owner @<!-- -->alice → #<!-- -->12 &lt;b>\\`x\\`')
})

test.each([65_000, 20_000, 5_000, 2_000])(
  'a review of 300 changes fits into %i characters, and says what was left out',
  (limit) => {
    const many = Array.from({ length: 300 }, (_, index) => group({ component: `component-${index}` }))
    const text = reviewMarkdown(review(many), limit)
    expect(text.length).toBeLessThanOrEqual(limit)
    expect(text.length).toBeGreaterThan(limit * 0.6)
    expect(text).toContain('> Shortened to what a comment may hold: ')
  },
)

test('the first changes keep their differences longest', () => {
  const many = Array.from({ length: 100 }, (_, index) => group({ component: `component-${index}` }))
  const text = reviewMarkdown(review(many), 20_000)
  const full = [...text.matchAll(/#### component-(\d+):[^#]*<details>/g)].map(([, index]) => Number(index))
  expect(full.length).toBeGreaterThan(0)
  expect(full).toEqual(full.map((_, index) => index))
  expect(text).toContain('component-99')
})
