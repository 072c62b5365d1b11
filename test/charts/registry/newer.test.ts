import { expect, test } from 'vitest'
import { newerThan, newestOf } from '../../../generators/charts/registry/newer.ts'

test.each([
  ['1.2.3', ['1.2.3', '1.2.2', '0.9.0'], {}],
  [
    '1.2.3',
    ['1.2.4', '1.2.10', '1.3.0', '1.4.1', '2.0.0', '3.1.0'],
    { patch: '1.2.10', minor: '1.4.1', major: '3.1.0' },
  ],
  // On trial, no version at all, and a mere build of the same.
  ['1.2.3', ['1.3.0-rc.1', 'latest', 'sha256-abc.sig', '1.2', '1.2.3+build'], {}],
  ['2.0.0-rc.1', ['1.9.0', '2.0.0'], { patch: '2.0.0' }],
  ['v1.2.3', ['1.3.0', 'v1.3.0', '1.3.0'], { minor: 'v1.3.0' }],
  ['1.2.3', ['v1.3.0', '1.3.0', 'v1.3.0'], { minor: '1.3.0' }],
  ['newest', ['1.0.0'], {}],
])('newer than %s of %o: %o', (version, all, newer) => {
  expect(newerThan(version, all)).toEqual(newer)
})

test('the newest of all is stable', () => {
  expect(newestOf(['1.0.0', '2.0.0-rc.1', 'latest', '1.10.0', '1.9.0'])).toBe('1.10.0')
  expect(newestOf(['latest', '1.0.0-alpha'])).toBeUndefined()
})
