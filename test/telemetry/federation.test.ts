import { expect, test } from 'vitest'
import { federationIn } from '../../generators/telemetry/federation.ts'

const member = (cluster: string, role: 'edge' | 'hub') => ({ cluster, role, objects: [], containers: [] })
const [hub, paris, rome] = [member('hub', 'hub'), member('paris', 'edge'), member('rome', 'edge')]

test('the first edge is taken, or the one that is asked for', () => {
  expect(federationIn([paris, hub, rome], undefined)).toEqual({ hub, edge: paris })
  expect(federationIn([paris, hub, rome], 'rome')).toEqual({ hub, edge: rome })
})

test.each([
  [[paris], undefined, 'no cluster in this tree is the hub of a federation'],
  [[hub], undefined, 'no cluster in this tree is an edge'],
  [[hub, paris, rome], 'oslo', 'oslo is no edge: there is paris, rome'],
])('what the tree lacks is told', (members, wanted, lacks) => {
  expect(federationIn(members, wanted)).toEqual({ lacks })
})
