import { expect, test } from 'vitest'
import { componentChanges } from '../../../generators/compare/changes.ts'
import { wordsOf } from '../../../generators/compare/words/words.ts'
import { pair } from '../pair.ts'
import { object } from './said.ts'

test('what the chart makes of it is told by its images and counts', () => {
  const [compared] = componentChanges([pair({ before: { values: '{}' }, after: { values: '{}', version: '2.0.0' } })])
  const [charted] = componentChanges([
    pair({
      before: {
        objects: object(
          'Deployment',
          'spec: { template: { spec: { containers: [{ name: loki, image: "loki:1" }] } } }',
        ),
      },
      after: {
        objects: `${object('Deployment', 'spec: { template: { spec: { containers: [{ name: loki, image: "loki:2" }] } } }')}\n---${object('Service', '')}`,
      },
    }),
  ])
  expect(wordsOf({ ...compared!.change.change, charted: charted!.change.change.objects }, 'loki')).toEqual([
    'chart 1.0.0 → 2.0.0',
    'image loki 1 → 2',
    'out of the chart: 1 object changed, 1 added',
  ])
})
