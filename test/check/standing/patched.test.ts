import { expect, test } from 'vitest'
import { patched } from '../../../generators/check/standing/patched.ts'
import { patchSteps } from '../../../generators/plan/json-patch.ts'

const before = {
  metadata: { labels: { 'a/b': '1', old: 'x' } },
  spec: { ports: [{ port: 80 }, { port: 81 }], size: 1 },
}

test.each([
  [
    'a member changes, one comes, one goes',
    { metadata: { labels: { 'a/b': '2' } }, spec: { ...before.spec, more: [] } },
  ],
  ['a list grows at its end', { ...before, spec: { ...before.spec, ports: [...before.spec.ports, { port: 82 }] } }],
  ['a list shrinks', { ...before, spec: { ...before.spec, ports: [{ port: 80 }] } }],
  ['an item changes', { ...before, spec: { ...before.spec, ports: [{ port: 80 }, { port: 8081 }] } }],
  [
    'a list becomes another one',
    { ...before, spec: { ...before.spec, ports: [{ port: 1 }, { port: 2 }, { port: 3 }] } },
  ],
])('the steps that we write lead where they are to lead: %s', (_, after) => {
  expect(patched(before, patchSteps(before, after))).toEqual(after)
})

test('an object can be taken away, and what is no patch changes nothing', () => {
  expect(patched(before, { $patch: 'delete', kind: 'Service' })).toBeUndefined()
  expect(patched(before, undefined)).toEqual(before)
})
