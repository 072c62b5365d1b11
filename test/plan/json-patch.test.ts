import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PatchStep, patchSteps } from '../../generators/plan/json-patch.ts'

describe('a patch says what differs, and no more', () => {
  test.each<[string, unknown, unknown, readonly PatchStep[]]>([
    ['nothing', { a: 1 }, { a: 1 }, []],
    ['a member that changed', { a: { b: 1 } }, { a: { b: 2 } }, [{ op: 'replace', path: '/a/b', value: 2 }]],
    ['a member that came', { a: {} }, { a: { b: 2 } }, [{ op: 'add', path: '/a/b', value: 2 }]],
    ['a member that went', { a: 1, b: 2 }, { a: 1 }, [{ op: 'remove', path: '/b' }]],
    ['a member that was undefined before', { a: 1, b: undefined }, { a: 1 }, []],
    ['a key with a slash', { 'a/b~c': 1 }, { 'a/b~c': 2 }, [{ op: 'replace', path: '/a~1b~0c', value: 2 }]],
    ['an item at the end', [1], [1, 2], [{ op: 'add', path: '/-', value: 2 }]],
    [
      'items that went from the end',
      [1, 2, 3],
      [1],
      [
        { op: 'remove', path: '/2' },
        { op: 'remove', path: '/1' },
      ],
    ],
    ['one item that changed', [{ a: 1 }, 2], [{ a: 3 }, 2], [{ op: 'replace', path: '/0/a', value: 3 }]],
    ['items that moved', [1, 2, 3], [3, 1, 2], [{ op: 'replace', path: '', value: [3, 1, 2] }]],
  ])('%s', (_, from, to, steps) => {
    expect(patchSteps(from, to)).toEqual(steps)
  })

  test('applied, it makes the one value of the other', () => {
    const json = fc.jsonValue({ maxDepth: 4 })
    fc.assert(
      fc.property(json, json, (from, to) => {
        expect(applied(from, patchSteps(from, to))).toEqual(to)
      }),
    )
  })
})

/** RFC 6902, as far as our steps go. */
const applied = (value: unknown, steps: readonly PatchStep[]): unknown => {
  const root = { value: structuredClone(value) }
  for (const step of steps) {
    const keys = [
      'value',
      ...step.path
        .split('/')
        .slice(1)
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')),
    ]
    const last = keys.pop() as string
    // biome-ignore lint/suspicious/noExplicitAny: any JSON
    const home: any = keys.reduce<any>((inner, key) => inner[key], root)
    if (step.op === 'remove') Array.isArray(home) ? home.splice(Number(last), 1) : delete home[last]
    else if (last === '-') home.push(step.value)
    else Object.defineProperty(home, last, { value: step.value, enumerable: true, writable: true, configurable: true })
  }
  return root.value
}
