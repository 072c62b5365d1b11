import fc from 'fast-check'
import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import { withGaps } from '../../../generators/layout/readme/gaps.ts'

const written = Handlebars.compile('{{name}}: {{#if note}}{{note}}, {{/if}}{{name}} has {{size}}.', { noEscape: true })

test('a text with gaps is filled with other words each time', () => {
  const filled = withGaps(written, { note: 'a note' }, ['name', 'size'])
  expect([filled({ name: 'a', size: '1Gi' }), filled({ name: 'b', size: '' })]).toEqual([
    'a: a note, a has 1Gi.',
    'b: a note, b has .',
  ])
})

test('filling gaps later says what filling the template at once says', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (name, note, size) => {
      const filled = withGaps(written, { note }, ['name', 'size'])
      expect(filled({ name, size })).toBe(written({ name, note, size }))
    }),
  )
})
