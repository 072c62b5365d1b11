import { expect, test } from 'vitest'
import { explained } from '../../../generators/docs/source/sentences.ts'

test.each([
  [
    'How long traces are kept. Default `24h`. The compactor deletes what is older.',
    { effect: 'How long traces are kept. The compactor deletes what is older.', byDefault: '`24h`' },
  ],
  ['Default: what the token says.', { effect: '', byDefault: 'what the token says' }],
  ['Its address: `https://s3.example.com`.', { effect: 'Its address: `https://s3.example.com`.' }],
  [
    'The tag, without `v. Default`: 2.10 or later. Default `2.10.1`.',
    { effect: 'The tag, without `v. Default`: 2.10 or later.', byDefault: '`2.10.1`' },
  ],
  ['', { effect: '' }],
])('%s', (doc, told) => {
  expect(explained(doc)).toEqual(told)
})
