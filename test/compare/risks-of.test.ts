import { expect, test } from 'vitest'
import { hazards, reviewHazards } from '../../generators/compare/risks/index.ts'
import { risksOf } from '../../generators/compare/risks-of.ts'
import { changing } from './risks/risky.ts'

const claim = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: monitoring }
`

test('a component that goes away is told with all that is risky about it, the worst first', () => {
  const { change, pair } = changing({ before: { objects: claim }, after: undefined })
  expect(risksOf(change, pair).map(({ name, what }) => [name, what])).toEqual([
    ['deletes-data', 'PersistentVolumeClaim monitoring/data is deleted, with the data that it holds'],
    ['owner-pruned', 'Kustomization monitoring/app goes away, and deletes its 1 object'],
  ])
})

test('nothing is said of what could not be built, and so seems to be gone', () => {
  const { change, pair } = changing({ before: { objects: claim }, after: undefined })
  expect(risksOf(change, { ...pair, unbuilt: 'after' })).toEqual([])
})

test('an ordinary change has no risks', () => {
  const values = (memory: string) => ({
    values: `resources: { limits: { memory: ${memory} } }`,
    chart: { version: '1.0.0' },
  })
  const { change, pair } = changing({ before: values('1Gi'), after: values('2Gi') })
  expect(risksOf(change, pair)).toEqual([])
})

test('no two kinds of risk have one name', () => {
  const names = [...hazards, ...reviewHazards].map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)+$/.test(name))).toEqual(['suspended'])
})
