import { describe, expect, test } from 'vitest'
import { object, said } from './said.ts'

describe('alerts', () => {
  const rules = (...all: string[]) =>
    object('PrometheusRule', `spec: { groups: [{ name: g, rules: [${all.join()}] }] }`)
  const alert = (name: string, rest = 'for: 5m') => `{ alert: ${name}, expr: up, ${rest} }`

  test('that come, go and change are named, and recording rules apart from them', () => {
    expect(
      said(
        { objects: rules(alert('Gone'), alert('Slow'), '{ record: "a:b", expr: up }') },
        { objects: rules(alert('New'), alert('Newer'), alert('Slow', 'for: 10m'), '{ record: "a:b", expr: down }') },
      ),
    ).toEqual([
      '2 alerts added: New, Newer',
      '1 alert removed: Gone',
      '1 alert changed: Slow (for 5m → 10m)',
      '1 recording rule changed: a:b (expr)',
    ])
  })

  test('of a new object are what is said of it', () => {
    expect(
      said(
        { objects: object('Role', '') },
        { objects: [object('Role', ''), rules(alert('A'), alert('B'))].join('\n---') },
      ),
    ).toEqual(['2 alerts added: A, B'])
  })

  test('in the rule file of a ConfigMap are the same', () => {
    const file = (names: string[]) =>
      object(
        'ConfigMap',
        `data:\n  rules.yml: |\n    groups: [{ name: g, rules: [${names.map((name) => alert(name)).join()}] }]\n    x: 1`,
      )
    expect(said({ objects: file(['A']) }, { objects: file(['B', 'A']) })).toEqual(['1 alert added: B'])
  })
})
