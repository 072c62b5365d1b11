import { describe, expect, test } from 'vitest'
import { validOverlays } from '../../../generators/check/rules/valid-overlays.ts'
import { count } from '../../../generators/fleet/checks/scalars.ts'
import type { CommonOptions } from '../../../generators/fleet/component.ts'
import { manifestsComponent } from '../../../generators/fleet/define-component.ts'
import { environment } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'

/** A component whose check lets pass what the API server does not. */
const budget = manifestsComponent<CommonOptions & { readonly minutes?: number }>({
  name: 'budget',
  tier: 'apps',
  options: { minutes: count },
  defaults: { minutes: 30 },
  objects: ({ minutes }) => [
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'budget' },
      spec: {
        schedule: '0 * * * *',
        startingDeadlineSeconds: (minutes ?? 0) * 60,
        concurrencyPolicy: minutes === 99 ? 'Whatever' : 'Forbid',
        jobTemplate: {
          spec: {
            template: {
              spec: { restartPolicy: 'Never', containers: [{ name: 'budget', image: 'registry.example/budget:1' }] },
            },
          },
        },
      },
    },
  ],
})

describe(validOverlays.because, () => {
  const told = [
    'CronJob budget: spec.concurrencyPolicy is "Whatever", not one of Allow, Forbid, Replace',
    'write one of them',
  ]

  test('an option of a cluster', () => {
    const clusters = { a: { components: [budget()] }, b: { components: [budget({ minutes: 99 })] } }
    expect(problemsOf(fleet(clusters))).toEqual([['clusters.b.namespaces.monitoring.budget', ...told]])
  })

  test('an option of an environment is told once, however many clusters it has', () => {
    const dev = environment({}, [budget({ minutes: 99 })])
    const clusters = { a: { components: [budget()] }, b: { components: [budget()] } }
    expect(problemsOf(fleet(clusters, { dev }))).toEqual([['environments.dev.budget', ...told]])
  })

  test('a patch that keeps the object a good one is silent', () => {
    const dev = environment({}, [budget({ minutes: 10 })])
    expect(problemsOf(fleet({ a: { components: [budget({ minutes: 20 })] } }, { dev }))).toEqual([])
  })
})
