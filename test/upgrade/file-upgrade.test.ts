import { expect, test } from 'vitest'
import { fileUpgrades } from '../../generators/upgrade/file-upgrade.ts'

/** What becomes of one file: as it stands, as the older program gave it, as the newer one gives it. */
const becomes = (now: string | undefined, before: string | undefined, after: string | undefined) => {
  const given = (content: string | undefined) => (content === undefined ? [] : [{ path: 'a', content }])
  const [upgrade] = fileUpgrades(() => now, { before: given(before), after: given(after) })
  return upgrade && [upgrade.does, upgrade.content]
}

test.each([
  ['one that nobody edited gets what is new', 'old\n', 'old\n', 'new\n', ['change', 'new\n']],
  ['one that is new is added', undefined, undefined, 'new\n', ['add', 'new\n']],
  ['one that is given no longer goes', 'old\n', 'old\n', undefined, ['remove', undefined]],
  ['one that somebody edited is kept', 'mine\n', 'old\n', 'new\n', ['keep', 'mine\n']],
  ['also when it is given no longer', 'mine\n', 'old\n', undefined, ['keep', 'mine\n']],
  ['and one that stood there before any was given', 'mine\n', undefined, 'new\n', ['keep', 'mine\n']],
  ['one that somebody removed stays away', undefined, 'old\n', 'new\n', undefined],
  ['of one that is as the newer program has it nothing is said', 'new\n', 'old\n', 'new\n', undefined],
])('%s', (_, now, before, after, expected) => {
  expect(becomes(now, before, after)).toEqual(expected)
})

test('of a file that is kept it is told what the newer program changes, and nothing where it changes nothing', () => {
  const difference = (after: string) =>
    fileUpgrades(() => '// mine\na\nb\n', {
      before: [{ path: 'a', content: 'a\nb\n' }],
      after: [{ path: 'a', content: after }],
    })[0]?.difference
  expect(difference('a\nc\n')).toBe('@@ -1,2 +1,2 @@\n a\n-b\n+c')
  expect(difference('a\nb\n')).toBe('')
})

test('files come by path, whoever gives them', () => {
  const given = { before: [{ path: 'b', content: '' }], after: ['c', 'a'].map((path) => ({ path, content: 'new\n' })) }
  const paths = fileUpgrades((path) => (path === 'b' ? '' : undefined), given).map(({ path }) => path)
  expect(paths).toEqual(['a', 'b', 'c'])
})
