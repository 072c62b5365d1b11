import { expect, test } from 'vitest'
import { noSuch } from '../generators/no-such.ts'

test.each([
  ['homlab', 'there is no cluster homlab: did you mean homelab?'],
  ['edge', 'there is no cluster edge: there are homelab, cloud'],
])('of %s is said: %s', (wanted, said) => {
  expect(noSuch('cluster', wanted, ['homelab', 'cloud'])).toBe(said)
})
