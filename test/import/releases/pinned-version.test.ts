import { expect, test } from 'vitest'
import { pinnedVersion } from '../../../generators/import/releases/pinned-version.ts'

test.each([
  ['6.9.2', undefined, { version: '6.9.2' }],
  ['v1.21.1', undefined, { version: 'v1.21.1' }],
  ['1.2.3-rc.1', undefined, { version: '1.2.3-rc.1' }],
])('%s is one version', (written, catalogued, pinned) => {
  expect(pinnedVersion(written, catalogued)).toEqual(pinned)
})

test.each([
  ['>=1.0.0', undefined, '1.0.0'],
  ['>= 1.2.0, < 2', undefined, '1.2.0'],
  ['69.x', undefined, '69.0.0'],
  ['~1.4', undefined, '1.4.0'],
  ['*', undefined, '0.0.0'],
  ['latest', undefined, '0.0.0'],
  ['6.x', '6.17.1', '6.17.1'],
  ['5.x', '6.17.1', '5.0.0'],
])(
  '%s is a range, of which the draft names one, that of the catalogue where it has one in it',
  (range, catalogued, version) => {
    expect(pinnedVersion(range, catalogued)).toEqual({ version, range })
  },
)

test('no version at all is any', () => {
  expect(pinnedVersion(undefined, '18.11.0')).toEqual({ version: '18.11.0', range: '*' })
})
