import { describe, expect, test } from 'vitest'
import { manifests } from '../../generators/fleet/application.ts'
import type { Requirement } from '../../generators/fleet/capability.ts'
import { fleet, store } from '../support/fleets.ts'
import { problemsOf } from '../support/problems.ts'
import { tree } from '../support/tree.ts'

type Calling = Extract<Requirement, { kind: 'endpoint' }>
const url = (home: string) => `http://store.${home}.svc.cluster.local`

/** Writes down what it found. */
const caller = (more: Partial<Calling> = {}) =>
  manifests({
    name: 'caller',
    objects: ({ name, found }) => [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name },
        data: { to: found.endpoint('loki-push') ?? 'nobody' },
      },
    ],
    requires: () => [{ kind: 'endpoint', name: 'loki-push', optional: true, ...more }],
  })

const usually: Calling['usually'] = (home) => ({ kind: 'endpoint', name: 'loki-push', url: url(home) })

const base = 'apps/base/monitoring/caller/configmap.yaml'
const own = 'apps/clusters/a/monitoring/caller/kustomization.yaml'

describe('an endpoint that a component can do without', () => {
  test('is not missed where nobody provides it, and costs no layer', () => {
    const alone = fleet({ a: { components: [caller()] } })
    expect(problemsOf(alone)).toEqual([])
    const rendered = tree(alone)
    expect(rendered.at(base).data).toEqual({ to: 'nobody' })
    expect(rendered.paths).not.toContain(own)
  })

  test('is wired, used and waited for where somebody does', () => {
    const rendered = tree(fleet({ a: { components: [caller(), store()] } }))
    expect(rendered.text(own)).toContain(`value: ${url('monitoring')}`)
    expect(rendered.at('clusters/a/monitoring/caller.yaml').spec.dependsOn).toEqual([
      { name: expect.stringContaining('store') },
    ])
    const [placement] = rendered.clusters[0]!.placements.filter(({ name }) => name === 'caller')
    expect(placement?.uses.map(({ by }) => by.name)).toEqual(['store'])
  })

  test('is taken back by a cluster that lacks what the base takes for granted', () => {
    const rendered = tree(
      fleet({ a: { components: [caller({ usually })] }, b: { components: [caller({ usually }), store()] } }),
    )
    expect(rendered.at(base).data).toEqual({ to: url('monitoring') })
    expect(rendered.text(own)).toContain('value: nobody')
    expect(rendered.paths).not.toContainEqual(expect.stringContaining('apps/clusters/b/monitoring/caller'))
  })

  test('is still a question where two provide it', () => {
    const [problem] = problemsOf(fleet({ a: { components: [caller(), store(), store({ name: 'other' })] } }))
    expect(problem?.[1]).toBe(
      'caller needs an endpoint loki-push, and several provide it: monitoring/store, monitoring/other',
    )
  })
})

test('an endpoint that it cannot do without is missed', () => {
  const [problem] = problemsOf(fleet({ a: { components: [caller({ optional: undefined as never })] } }))
  expect(problem?.[1]).toBe('caller needs an endpoint loki-push, and nothing in the cluster provides it')
})
