import { describe, expect, test } from 'vitest'
import { healthOfSomething } from '../../../generators/check/rules/health-of-something.ts'
import { except } from '../../../generators/fleet/exceptions.ts'
import { note } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { kustomization } from './kustomization.ts'
import { app } from './objects.ts'
import { home, homelab } from './platform.ts'

const there = { 'tenants/shop/kustomization.yaml': '' }
const spec = `${home}.app.objects.0.spec`
const check = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', name })
/** Over a folder that a component has already: what is in it is known. */
const second = (told: Readonly<Record<string, unknown>>) => ({
  ...homelab([note, app(kustomization({ path: './apps/base/monitoring/note', ...told }))]),
  exceptions: [except('own-folders', { at: `${home}.app`, because: 'for the sake of the test' })],
})

describe(healthOfSomething.because, () => {
  test('the health of something that is not in its folder', () => {
    expect(problemsOf(second({ healthChecks: [check('note'), check('nota')] }))).toEqual([
      [
        `${spec}.healthChecks.1`,
        'Kustomization tenant waits for the health of ConfigMap monitoring/nota, which nobody renders',
        'write ConfigMap monitoring/note',
      ],
    ])
  })

  test('health checks that Flux ignores', () => {
    const tenant = kustomization({ wait: true, healthChecks: [check('note')] })
    expect(problemsOf(homelab([app(tenant)]), there)).toEqual([
      [
        `${spec}.healthChecks.0`,
        'Kustomization tenant names health checks, which Flux ignores beside wait: true',
        'remove one of the two',
      ],
    ])
  })

  test('another Kustomization', () => {
    const tenant = kustomization({ dependsOn: [{ name: 'flux-system', namespace: 'flux-system' }, { name: 'notte' }] })
    expect(problemsOf(homelab([note, app(tenant)]), there)).toEqual([
      [
        `${spec}.dependsOn.1`,
        'Kustomization tenant waits for Kustomization monitoring/notte, which nobody renders',
        'write Kustomization monitoring/note',
      ],
    ])
  })
})

test('Kustomizations that wait for each other are told once', () => {
  const named = (name: string, after: string) => ({
    ...kustomization({ path: `./tenants/${name}`, dependsOn: [{ name: after }] }),
    metadata: { name },
  })
  const files = Object.fromEntries(['one', 'two', 'three'].map((name) => [`tenants/${name}/kustomization.yaml`, '']))
  const three = app(named('one', 'two'), named('two', 'three'), named('three', 'one'))
  expect(problemsOf(homelab([three]), files)).toEqual([
    [
      `${spec}.dependsOn`,
      'Kustomizations wait for each other for ever: one → two → three → one',
      'remove one of these from dependsOn',
    ],
  ])
})

test("what a person's own folder brings is not known, and taken to be there", () => {
  const tenant = kustomization({ healthChecks: [check('shop')], dependsOn: [{ name: 'note' }] })
  expect(problemsOf(homelab([note, app(tenant)]), there)).toEqual([])
})
