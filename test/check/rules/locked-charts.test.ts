import { describe, expect, test } from 'vitest'
import { lockFile, lockText } from '../../../generators/charts/lock/chart-lock.ts'
import { lockedCharts } from '../../../generators/check/rules/locked-charts.ts'
import { environment } from '../../../generators/fleet/environment.ts'
import { locked } from '../../charts/lock/locked.ts'
import { fleet, sender, store } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'

const described = (version?: string) =>
  fleet(
    { a: { components: [store(), sender()] } },
    { dev: environment({ storageClass: 'fast' }, version === undefined ? [] : [store({ version })]) },
  )
const lock = lockText([locked('store', '1.2.3'), locked('sender', '0.1.0')])
const fix = 'run npx zx scripts/charts.mjs lock'

describe(lockedCharts.because, () => {
  test('without a lock, nothing is said', () => {
    expect(problemsOf(described('1.3.0'))).toEqual([])
  })

  test('with all charts in it, nothing is said', () => {
    expect(problemsOf(described(), { [lockFile]: lock })).toEqual([])
  })

  test('a version of an environment that is not in it is told where it stands', () => {
    expect(problemsOf(described('1.3.0'), { [lockFile]: lock })).toEqual([
      ['environments.dev.store.version', `store 1.3.0 is not in ${lockFile}`, fix],
    ])
  })

  test('so is a chart of the catalogue, where its component stands', () => {
    expect(problemsOf(described(), { [lockFile]: lockText([locked('store', '1.2.3')]) })).toEqual([
      ['clusters.a.namespaces.monitoring.sender', `sender 0.1.0 is not in ${lockFile}`, fix],
    ])
  })
})

test.each(['<<<<<<< HEAD\ncharts:\n', 'charts: 7', 'charts:\n  - name: web'])(
  'a lock that holds %j is told',
  (text) => {
    expect(problemsOf(described(), { [lockFile]: text })).toEqual([
      [
        'the fleet',
        `${lockFile} is not as it was locked`,
        'take it out of an earlier commit, or make it anew with npx zx scripts/charts.mjs lock --update',
      ],
    ])
  },
)
