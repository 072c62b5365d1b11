import { expect, test } from 'vitest'
import { listOf, mapOf, shape } from '../../../generators/fleet/checks/check.ts'
import { count, text } from '../../../generators/fleet/checks/scalars.ts'
import { sound } from '../../../generators/fleet/checks/sound.ts'
import type { Problem } from '../../../generators/problem.ts'

const user = shape('a user', { name: text, age: count }, ['name'])
const check = shape('a group', { title: text, users: mapOf(user), tags: listOf(text) }, ['title'])

const soundly = (value: unknown) => {
  const problems: Problem[] = []
  return { left: sound(check, value, ['group'], problems), places: problems.map(({ place }) => place.join('.')) }
}

test('what is right comes back as it is', () => {
  const value = { title: 'all', users: { ann: { name: 'Ann' } }, tags: ['a'] }
  expect(soundly(value)).toEqual({ left: value, places: [] })
})

test('what is wrong is left out, as deep as it is, and all the rest stays', () => {
  const value = { title: 5, users: { ann: { name: 'Ann', age: 'old' } }, tags: ['a', 7, 'b'], colour: 'red' }
  expect(soundly(value)).toEqual({
    left: { users: { ann: { name: 'Ann' } }, tags: ['a', 'b'] },
    places: ['group.title', 'group.users.ann.age', 'group.tags.1', 'group.colour'],
  })
})

test('what cannot do without what was left out goes with it', () => {
  expect(soundly({ title: 'all', users: { ann: { name: 5, age: 30 }, bob: { name: 'Bob' } } })).toEqual({
    left: { title: 'all', users: { bob: { name: 'Bob' } } },
    places: ['group.users.ann.name'],
  })
})

test('what is undefined was not given', () => {
  expect(soundly({ title: 'all', users: { ann: undefined, bob: { name: 'Bob', age: undefined } } })).toEqual({
    left: { title: 'all', users: { bob: { name: 'Bob' } } },
    places: [],
  })
})

test('of what is no map, nothing is left', () => {
  expect(soundly('all')).toEqual({ left: {}, places: ['group'] })
})
