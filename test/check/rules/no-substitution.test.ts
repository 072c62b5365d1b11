import { describe, expect, test } from 'vitest'
import { noSubstitution } from '../../../generators/check/rules/no-substitution.ts'
import { problemsOf } from '../../support/problems.ts'
import { kustomization } from './kustomization.ts'
import { app } from './objects.ts'
import { home, homelab } from './platform.ts'

const there = { 'tenants/shop/kustomization.yaml': '' }

describe(noSubstitution.because, () => {
  test("a Kustomization of the user's own", () => {
    const tenant = kustomization({ postBuild: { substitute: { cluster: 'homelab' } } })
    expect(problemsOf(homelab([app(tenant)]), there)).toEqual([
      [
        `${home}.app.objects.0.spec.postBuild`,
        `Kustomization tenant replaces every \${…} in what it applies, those of dashboards and configurations too`,
        'remove postBuild, and write the values where they are needed',
      ],
    ])
  })
})

test('one without substitution is silent', () => {
  expect(problemsOf(homelab([app(kustomization())]), there)).toEqual([])
})
