import { expect, test } from 'vitest'
import { manifests } from '../../../generators/fleet/application.ts'
import { fleet, note } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'

test('a component that brings no object is told, one that brings some is not', () => {
  const empty = manifests({ name: 'shop', objects: [] })
  expect(problemsOf(fleet({ a: { components: [empty, note] } }))).toEqual([
    ['clusters.a.namespaces.monitoring.shop', 'shop brings no object at all', 'give it objects, or remove it'],
  ])
})
