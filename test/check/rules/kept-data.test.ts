import { describe, expect, test } from 'vitest'
import { keptData } from '../../../generators/check/rules/kept-data.ts'
import { argo, namespace } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, claim, object, statefulSet } from './objects.ts'
import { home, homelab } from './platform.ts'

const prune = 'kustomize.toolkit.fluxcd.io/prune'

describe(keptData.because, () => {
  test("a namespace of the user's own", () => {
    expect(problemsOf(homelab([app(object('v1', 'Namespace', 'shop'))]))).toEqual([
      [
        `${home}.app.objects.0.metadata`,
        'Namespace shop would be pruned, with the data in it, when it vanishes from the tree',
        `add to its labels: ${prune}: 'disabled'`,
      ],
    ])
  })

  test('a claim that says so', () => {
    const data = { ...claim('1Gi'), metadata: { name: 'data', labels: { [prune]: 'enabled' } } }
    expect(problemsOf(homelab([app(data)])).map(([place]) => place)).toEqual([`${home}.app.objects.0.metadata`])
  })

  test('a namespace that Argo CD would prune', () => {
    const namespaces = { web: namespace({}, [app(object('v1', 'Namespace', 'shop'))]) }
    const platform = argo({ environment: 'dev', distribution: 'k3s', network: 'flannel', namespaces })
    expect(problemsOf({ ...fleet({}), clusters: { platform } }).map(([, , fix]) => fix)).toEqual([
      "add to its annotations: argocd.argoproj.io/sync-options: 'Prune=false,Delete=false'",
    ])
  })

  test('a StatefulSet that takes its claims along', () => {
    const set = statefulSet({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' } })
    expect(problemsOf(homelab([app(set)]))).toEqual([
      [
        `${home}.app.objects.0.spec.persistentVolumeClaimRetentionPolicy.whenDeleted`,
        'StatefulSet db deletes its claims, and the data on them, with itself',
        "write 'Retain'",
      ],
    ])
  })
})

test('what is kept is silent, and every claim is unless it says otherwise', () => {
  const shop = { ...object('v1', 'Namespace', 'shop'), metadata: { name: 'shop', labels: { [prune]: 'disabled' } } }
  expect(problemsOf(homelab([app(shop, claim('1Gi'), statefulSet())]))).toEqual([])
})
