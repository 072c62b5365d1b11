import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { toYaml } from '../../../generators/output/yaml/emit.ts'
import { textsOf } from '../../../generators/review/page/client/difference/texts.ts'
import { reviewOf } from '../../../generators/review/page/client/review.ts'
import { dataOfReview } from '../../../generators/review/page/data-of-review.ts'
import { change, group, review } from '../../support/review.ts'

test('the page is given each line, each change and each list of clusters once', () => {
  const data = dataOfReview(review([group(), group({ environment: 'dev' })]))
  expect(data.groups.map(({ id, change, clusters }) => ({ id, change, clusters }))).toEqual([
    { id: 'prod/web', change: 0, clusters: 0 },
    { id: 'dev/web', change: 0, clusters: 0 },
  ])
  expect(data.clusterLists).toEqual([['eu-1', 'us-1']])
  expect(data.changes).toHaveLength(1)
  expect(data.lines).toEqual([...new Set(data.lines)])
})

test('a difference is told by the lines before, and by what comes in the place of which', () => {
  const { changes, lines } = dataOfReview(review([group()]))
  expect(changes[0]?.[1]).toEqual({
    of: 'Deployment shop/web',
    what: 'changed',
    // apiVersion, kind, metadata, name, namespace, spec, replicas: 2
    before: [3, 7],
    hunks: [[6, 1, [10, 1]]],
  })
  expect(lines[10]).toBe('  replicas: 3')
})

test('both sides of every difference come out of the data as they went in', () => {
  const text = fc
    .array(fc.constantFrom('one', 'two', '- x: |', '  deep', ''), { maxLength: 12 })
    .map((some) => some.join('\n'))
  const object = text.map(
    (text): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'it', namespace: 'shop' },
      ...{ data: { text } },
    }),
  )
  fc.assert(
    fc.property(fc.option(object), fc.option(object), (before, after) => {
      const one = {
        identity: { group: '', kind: 'ConfigMap', namespace: 'shop', name: 'it' },
        what: 'changed' as const,
        ...(before && { before }),
        ...(after && { after }),
        fields: [],
      }
      const read = reviewOf(dataOfReview(review([group({ change: { what: 'changed', objects: [one], control: [] } })])))
      const texts = textsOf(read.groups[0]!.differences[0]!, read.linesOf)
      const yaml = (side: KubernetesObject | null) => (side === null ? [] : toYaml(side).replace(/\n$/, '').split('\n'))
      expect([texts.before.lines, texts.after.lines]).toEqual([yaml(before), yaml(after)])
    }),
  )
})

test('a thousand clusters that each get the same change take a line each, not a difference each', () => {
  const same = Array.from({ length: 1000 }, (_, index) => group({ clusters: [`cluster-${index}`] }))
  const [one, thousand] = [same.slice(0, 1), same].map((some) => JSON.stringify(dataOfReview(review(some))).length)
  expect((thousand! - one!) / 999).toBeLessThan(350)
  expect(dataOfReview(review(same)).changes).toHaveLength(1)
  expect(change.objects).toHaveLength(1)
})
