import { expect, test } from 'vitest'
import { problemsOf } from '../support/problems.ts'
import { federation } from './federation.ts'

test('the federation that every mishap begins with is sound', () => {
  expect(problemsOf(federation())).toEqual([])
})
