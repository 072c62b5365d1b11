import { expect, test } from 'vitest'
import { argo, environment } from '../../../generators/fleetwright.ts'
import { environmentIn } from '../../../generators/layout/readme/environment.ts'
import { fleet, note } from '../../support/fleets.ts'
import { tree } from '../../support/tree.ts'

test.each(['clusters/homelab/README.md', 'clusters/platform/README.md'])(
  'the environment of a cluster can be read back from %s',
  (readme) => {
    const clusters = {
      homelab: { environment: 'edge-1' as 'dev', components: [note()] },
      platform: { by: argo, environment: 'edge-1' as 'dev', components: [note()] },
    }
    const edge = environment({ storageClass: 'local-path' })
    expect(environmentIn(tree(fleet(clusters, { 'edge-1': edge })).text(readme))).toBe('edge-1')
  },
)

test('a README of somebody else names no environment', () => {
  expect(environmentIn('# homelab\n\nThe environment is `dev`.\n')).toBeUndefined()
})
