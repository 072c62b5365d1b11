import { expect, test } from 'vitest'
import { marks } from '../../../../../generators/review/page/client/difference/marks.ts'

const marked = (line: string, span?: { readonly from: number; readonly to: number }) =>
  span && `${line.slice(0, span.from)}[${line.slice(span.from, span.to)}]${line.slice(span.to)}`

test.each([
  ['replicas: 2', 'replicas: 3', 'replicas: [2]', 'replicas: [3]'],
  ['image: web:1.2.3', 'image: web:1.20.3', 'image: web:1.[2].3', 'image: web:1.[20].3'],
  ['args: a b', 'args: a x b', 'args: a []b', 'args: a [x ]b'],
])('%s → %s is marked where it differs, in whole words', (before, after, old, young) => {
  const spans = marks(before, after)
  expect([marked(before, spans?.[0]), marked(after, spans?.[1])]).toEqual([old, young])
})

test('lines with little in common are not marked in parts', () => {
  expect(marks('image: web', 'kind: Deployment of something')).toBeUndefined()
})
