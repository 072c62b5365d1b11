import { describe, expect, test } from 'vitest'
import { objectSize } from '../../../generators/check/rules/object-size.ts'
import { manifests } from '../../../generators/fleetwright.ts'
import { store } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, object } from './objects.ts'
import { home, homelab } from './platform.ts'

const kib = (size: number): string => 'x'.repeat(size * 1024)
const fix = 'split it into several'
const config = (size: number) => object('v1', 'ConfigMap', 'big', { data: { text: kib(size) } })

describe(objectSize.because, () => {
  test('an object', () => {
    expect(problemsOf(homelab([app(config(1000))]))).toEqual([
      [`${home}.app.objects.0`, 'ConfigMap big has 1000 KiB, and the API server takes 1024 KiB', fix],
    ])
  })

  test('a dashboard, as it is written', () => {
    const panels = Array.from({ length: 1000 }, (_, id) => ({ id, type: 'text', title: kib(0.5), targets: [{}, {}] }))
    const big = manifests({ name: 'boards', objects: [], dashboards: [{ name: 'big', model: { uid: 'big', panels } }] })
    const more = { name: 'big', model: { uid: 'big', panels: [...panels, ...panels] } }
    const bigger = manifests({ name: 'boards', objects: [], dashboards: [more] })
    expect(problemsOf(homelab([big]))).toEqual([])
    expect(problemsOf(homelab([bigger]))).toEqual([
      [
        `${home}.boards.dashboards.0.model`,
        expect.stringMatching(/^the dashboard big has 1\d{3} KiB, and the API server takes 1024 KiB$/),
        fix,
      ],
    ])
  })

  test('values', () => {
    expect(problemsOf(homelab([store({ values: { text: kib(1000) } })]))).toEqual([
      [`${home}.store`, 'what store is told as values has 1000 KiB, and the API server takes 1024 KiB', fix],
    ])
  })

  test('annotations', () => {
    const noted = { ...config(1), metadata: { name: 'big', annotations: { note: kib(250) } } }
    expect(problemsOf(homelab([app(noted)]))).toEqual([
      [
        `${home}.app.objects.0.metadata.annotations`,
        'what ConfigMap big has as annotations has 250 KiB, and the API server takes 256 KiB',
        fix,
      ],
    ])
  })
})

test('what leaves some room is silent', () => {
  expect(problemsOf(homelab([app(config(900))]))).toEqual([])
})
