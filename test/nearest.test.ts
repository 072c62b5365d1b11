import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearest } from '../generators/nearest.ts'

describe('nearest', () => {
  test.each([
    ['a letter left out', 'adminPasword', ['adminUser', 'adminPassword', 'admin'], 'adminPassword'],
    ['a letter too many', 'retenntion', ['retention', 'retentionSize'], 'retention'],
    ['a wrong letter', 'replicos', ['replicas', 'resources'], 'replicas'],
    ['two letters swapped', 'grafnaa', ['grafana', 'global'], 'grafana'],
    ['a swap at the start', 'dveices', ['devices', 'driver'], 'devices'],
    ['another letter case', 'servicemonitor', ['serviceMonitors', 'serviceMonitor'], 'serviceMonitor'],
    ['the start of a longer word', 'storageClass', ['storage', 'storageClassName'], 'storageClassName'],
    ['a longer word than the known one', 'retentionTime', ['retention', 'replicas'], 'retention'],
    ['a short word', 'gp2', ['gp3', 'standard'], 'gp3'],
  ])('%s: %s', (_, word, known, meant) => {
    expect(nearest(word, known)).toBe(meant)
  })

  test.each([
    ['nothing alike', 'tempo', ['loki', 'promtail']],
    ['more slips than a short word bears', 'dev', ['prod']],
    ['one letter', 'a', ['b']],
    ['two letters that start many words', 'pr', ['promtail', 'prometheus']],
    ['no known words', 'loki', []],
  ])('%s: no guess', (_, word, known) => {
    expect(nearest(word, known)).toBeUndefined()
  })

  test('of several longer words, the shortest is the nearest', () => {
    expect(nearest('kubeScheduler', ['kubeSchedulerRecording', 'kubeSchedulerAlerting'])).toBe('kubeSchedulerAlerting')
  })

  test('a tie goes to the alphabet, whatever the order', () => {
    expect(nearest('port', ['pora', 'porb'])).toBe('pora')
    expect(nearest('port', ['porb', 'pora'])).toBe('pora')
  })

  test('a known word is its own nearest, and order never matters', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.string(), (known, word) => {
        expect(nearest(known[0]!, [known[0]!])).toBe(known[0])
        expect(nearest(word, known)).toBe(nearest(word, [...known].reverse()))
      }),
    )
  })
})
