import { expect, test } from 'vitest'
import { bootstrapObjects } from '../../generators/objects/flux/bootstrap.ts'
import { otherTree } from '../../generators/reconcile/bootstrap.ts'

const origin = { cluster: 'homelab', url: 'https://github.com/example/platform', branch: 'main' }

test('a Flux that follows nothing follows no other tree', () => {
  expect(otherTree(origin, [])).toBeUndefined()
})

test('a Flux that was bootstrapped with this tree follows no other', () => {
  expect(otherTree(origin, bootstrapObjects(origin))).toBeUndefined()
})

test('a path says the same with a slash at its end', () => {
  const [source, root] = bootstrapObjects(origin)
  expect(otherTree(origin, [source, { ...root, spec: { path: 'clusters/homelab/' } }])).toBeUndefined()
})

test.each([
  [
    { cluster: 'talos-local' },
    'its Flux follows ./clusters/talos-local, not ./clusters/homelab: is it another cluster of the fleet?',
  ],
  [
    { url: 'ssh://git@github.com/example/platform' },
    'its Flux follows ssh://git@github.com/example/platform, not https://github.com/example/platform: say --url ssh://git@github.com/example/platform if that is the same repository',
  ],
  [{ branch: 'next' }, 'its Flux follows the branch next, not main'],
])('a Flux that follows %o follows another tree', (different, sentence) => {
  expect(otherTree(origin, bootstrapObjects({ ...origin, ...different }))).toBe(sentence)
})
