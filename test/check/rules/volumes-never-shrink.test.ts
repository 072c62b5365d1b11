import { describe, expect, test } from 'vitest'
import { volumesNeverShrink } from '../../../generators/check/rules/volumes-never-shrink.ts'
import type { Fleet } from '../../../generators/fleet/fleet.ts'
import { environment } from '../../../generators/fleetwright.ts'
import { store } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { tree } from '../../support/tree.ts'
import { app, claim } from './objects.ts'
import { home, homelab } from './platform.ts'

const fix = 'leave it as it was; to move to a smaller one, copy the data and switch this rule off here for one render'

/** What a render of the second fleet says where the first one is rendered and committed. */
const after = (before: Fleet, now: Fleet) => {
  const { paths, text } = tree(before)
  return problemsOf(now, Object.fromEntries(paths.map((path) => [path, text(path)])))
}
const dev = (size?: `${number}Gi`) =>
  environment({ storageClass: 'local-path' }, size === undefined ? [] : [store({ size })])

describe(volumesNeverShrink.because, () => {
  test('an option of the cluster', () => {
    expect(after(homelab([store({ size: '50Gi' })]), homelab([store({ size: '20Gi' })]))).toEqual([
      [
        `${home}.store.size`,
        'store (persistence.size) is to have 20Gi, and has 50Gi: a volume never gets smaller',
        fix,
      ],
    ])
  })

  test('an option that is taken away, so that the default holds', () => {
    expect(after(homelab([store({ size: '50Gi' })]), homelab([store()]))).toEqual([
      [`${home}.store`, 'store (persistence.size) is to have 10Gi, and has 50Gi: a volume never gets smaller', fix],
    ])
    expect(after(homelab([store()], {}, dev('20Gi')), homelab([store()], {}, dev())).map(([place]) => place)).toEqual([
      `${home}.store`,
    ])
  })

  test("a claim of the user's own", () => {
    expect(after(homelab([app(claim('2Gi'))]), homelab([app(claim('2000Mi'))]))).toEqual([
      [
        `${home}.app.objects.0.spec.resources.requests.storage`,
        'PersistentVolumeClaim data is to have 2000Mi, and has 2Gi: a volume never gets smaller',
        fix,
      ],
    ])
  })
})

test.each<[string, Fleet, Fleet]>([
  ['one that grows', homelab([store()]), homelab([store({ size: '20Gi' })])],
  ['one that stays, said otherwise', homelab([store()], {}, dev('20Gi')), homelab([store({ size: '20Gi' })])],
  ['a new one', homelab([]), homelab([store({ size: '1Gi' }), app(claim('1Gi'))])],
  ['a claim that grows', homelab([app(claim('1Gi'))]), homelab([app(claim('2Gi'))])],
])('%s is silent', (_, before, now) => {
  expect(after(before, now)).toEqual([])
})
