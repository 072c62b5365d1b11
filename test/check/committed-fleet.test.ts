import { expect, test } from 'vitest'
import fleet from '../../generators/fleet.ts'
import { problemsOf } from '../support/problems.ts'

test('the committed fleet has no problem', () => {
  expect(problemsOf(fleet)).toEqual([])
})
