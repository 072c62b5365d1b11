import { describe, expect, test } from 'vitest'
import { object, said } from './said.ts'

describe('dashboards', () => {
  const dashboard = (panels: readonly object[], rest = {}) => ({
    objects: object('ConfigMap', `data: { flux.json: ${JSON.stringify(JSON.stringify({ panels, ...rest }))} }`),
  })
  const panel = (title: string, id: number, type = 'stat') => ({ id, title, type, gridPos: { y: id } })

  test('are told by their panels; one that only moved is not one that changed', () => {
    expect(
      said(
        dashboard([panel('A', 1), panel('B', 2)]),
        dashboard([panel('New', 1), panel('A', 2), panel('B', 3, 'graph')]),
      ),
    ).toEqual(['dashboard flux: 1 panel changed, 1 added'])
    expect(said(dashboard([panel('A', 1)]), dashboard([panel('A', 2)]))).toEqual(['dashboard flux: panels moved'])
  })

  test('say what else of them changed', () => {
    expect(said(dashboard([panel('A', 1)], { refresh: '1m' }), dashboard([panel('A', 1)], { refresh: '5m' }))).toEqual([
      'dashboard flux: settings changed',
    ])
  })

  test('come and go by name', () => {
    expect(
      said({ objects: object('Role', '') }, { objects: `${object('Role', '')}\n---${dashboard([]).objects}` }),
    ).toEqual(['dashboard flux added'])
  })
})
