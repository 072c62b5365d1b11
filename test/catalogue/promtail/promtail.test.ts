import { expect, test } from 'vitest'
import { promtail } from '../../../generators/catalogue/promtail/promtail.ts'
import type { HelmDefinition } from '../../../generators/fleet/component.ts'
import { at, compact } from '../../../generators/plan/values.ts'
import { where } from '../where.ts'

const definition = promtail.definition as HelmDefinition
const values = compact(definition.values({}, where('promtail', { 'loki-push': 'http://loki-gateway' })))

test('it sends to one Loki, and remembers on the node how far it has read', () => {
  expect(at(values, 'config.clients')).toEqual([{ url: 'http://loki-gateway/loki/api/v1/push' }])
  expect(at(values, 'config.positions')).toEqual({ filename: '/run/promtail/positions.yaml' })
})

test('it watches the Pods of its own node alone, whose name it reads from the environment', () => {
  expect(at(values, 'config.snippets.scrapeConfigs')).toMatch(/field: spec\.nodeName=\$\{HOSTNAME\}$/m)
  expect(at(values, 'extraArgs')).toEqual(['-config.expand-env=true'])
})

test('nothing but the name of the node is filled in from the environment', () => {
  const filledIn = [...JSON.stringify(values).matchAll(/\$\{(\w*)/g)].map(([, name]) => name)
  expect(filledIn).toEqual(['HOSTNAME'])
})
