import { describe, expect, test } from 'vitest'
import { object, said } from './said.ts'

describe('other objects', () => {
  const objects = (...all: string[]) => ({ objects: all.join('\n---') })

  test('that come and go are told by kind', () => {
    const policy = (name: string) => object('NetworkPolicy', '', name)
    expect(said(objects(object('Role', '')), objects(policy('a'), policy('b'), policy('c')))).toEqual([
      '3 NetworkPolicies added: a, b, c',
      'Role loki removed',
    ])
  })

  test('of a new component are an inventory', () => {
    expect(
      said(undefined, objects(object('Deployment', ''), object('Service', '', 'a'), object('Service', '', 'b'))),
    ).toEqual(['new: Deployment, 2 Services'])
  })

  test('with a few differences name them, and with many count them', () => {
    expect(said(objects(object('Role', 'a: 1\nb: 2')), objects(object('Role', 'a: 2\nb: 3')))).toEqual([
      'Role loki: a 1 → 2, b 2 → 3',
    ])
    expect(
      said(objects(object('Role', 'a: 1\nb: 2\nc: 3\nd: 4')), objects(object('Role', 'a: 2\nb: 3\nc: 4\nd: 5'))),
    ).toEqual(['Role loki: 4 values changed'])
  })
})
