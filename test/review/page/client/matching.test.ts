import { expect, test } from 'vitest'
import { everything, type Filter, finder } from '../../../../generators/review/page/client/matching.ts'
import { reviewOf } from '../../../../generators/review/page/client/review.ts'
import { dataOfReview } from '../../../../generators/review/page/data-of-review.ts'
import { change, group, review } from '../../../support/review.ts'

const risk = { name: 'deletes-data', what: 'the claim goes away', because: 'All logs go with it.' }
const find = finder(
  reviewOf(
    dataOfReview(
      review([
        group({ component: 'loki', risks: [risk], change: { ...change, what: 'removed' } }),
        group({ component: 'web', words: ['image 1.0 → 1.1'] }),
        group({ environment: 'dev', component: 'Tempo', clusters: ['homelab'], change: { ...change, objects: [] } }),
      ]),
    ),
  ).groups,
)

test.each<[string, Partial<Filter>, readonly string[]]>([
  ['nothing asked', {}, ['loki', 'web', 'Tempo']],
  ['a component, in whichever case', { query: 'tempo' }, ['Tempo']],
  ['a cluster', { query: 'homelab' }, ['Tempo']],
  ['an object', { query: 'Deployment shop/web' }, ['loki', 'web']],
  ['words of what changed', { query: '1.1' }, ['web']],
  ['a risk', { query: 'deletes-data' }, ['loki']],
  ['a place in the fleet', { query: 'fleet.ts:41' }, ['loki', 'web', 'Tempo']],
  ['every word of several, in whichever order', { query: 'eu-1  web image' }, ['web']],
  ['what is nowhere', { query: 'nowhere' }, []],
  ['an environment', { environment: 'dev' }, ['Tempo']],
  ['risks only', { onlyRisks: true }, ['loki']],
  ['what removes something', { what: 'removed' }, ['loki']],
  ['what changes something, an object too', { what: 'changed' }, ['loki', 'web', 'Tempo']],
  ['all of it at once', { query: 'eu-1', environment: 'prod', onlyRisks: true, what: 'removed' }, ['loki']],
])('a filter finds %s', (_, filter, components) => {
  expect(find({ ...everything, ...filter }).map(({ component }) => component)).toEqual(components)
})
