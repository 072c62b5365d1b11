import { describe, expect, test } from 'vitest'
import { knownDatasource } from '../../../generators/check/rules/known-datasource.ts'
import { kubePrometheusStack } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { answering, dashboard, model } from './asking.ts'
import { homelab } from './platform.ts'

const panel = (datasource: unknown) => ({ panels: [{ title: 'A', datasource }] })
const asks = (more: object) => problemsOf(homelab([...answering, dashboard(more)]))
const at = `${model}.panels.0.datasource`

describe(knownDatasource.because, () => {
  test('a UID that nobody has', () => {
    expect(asks(panel({ type: 'prometheus', uid: 'P1809F7CD0C75ACF3' }))).toEqual([
      [
        at,
        'panel "A" of the dashboard Web asks the datasource P1809F7CD0C75ACF3, which does not exist in homelab',
        'write prometheus',
      ],
    ])
  })

  test('the input of an exported dashboard, which nobody fills in', () => {
    expect(asks(panel({ type: 'prometheus', uid: '$' + '{DS_PROMETHEUS}' }))).toEqual([
      [
        at,
        'panel "A" of the dashboard Web asks the datasource $' +
          '{DS_PROMETHEUS}, a variable that the dashboard does not have',
        'write prometheus',
      ],
    ])
  })

  test('a choice among datasources of which there are none', () => {
    const list = [{ name: 'source', type: 'datasource', query: 'tempo' }]
    expect(asks({ templating: { list }, ...panel({ uid: '$source' }) })).toEqual([
      [
        at,
        'panel "A" of the dashboard Web asks whichever datasource of the type tempo there is, and there is none in homelab',
        'add a component that provides one',
      ],
    ])
  })

  test('a datasource of a component that the cluster lacks, told once a dashboard', () => {
    const logs = { title: 'A', datasource: { type: 'loki', uid: 'loki' } }
    expect(problemsOf(homelab([kubePrometheusStack(), dashboard({ panels: [logs, logs] })]))).toEqual([
      [
        at,
        'panel "A" of the dashboard Web asks the datasource loki, which does not exist in homelab',
        'add a component that provides the datasource',
      ],
    ])
  })
})

test('datasources by UID, by name, by a variable, the default one and those of Grafana itself are silent', () => {
  const list = [{ name: 'source', type: 'datasource', query: 'prometheus' }]
  const some = [
    { type: 'loki', uid: 'loki' },
    'Prometheus',
    { uid: '$source' },
    null,
    { type: 'datasource', uid: 'grafana' },
  ]
  expect(some.flatMap((one) => asks({ templating: { list }, ...panel(one) }))).toEqual([])
})
