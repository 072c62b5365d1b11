import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockTextIn, tokensOf } from '../../../../../generators/review/page/client/difference/yaml.ts'

test.each([
  ['  replicas: 3', 'text:  |key:replicas|punctuation::|text: |literal:3'],
  ['- name: web', 'punctuation:- |key:name|punctuation::|text: |text:web'],
  ['"a: b": "c"', 'key:"a: b"|punctuation::|text: |text:"c"'],
  ['url: http://x:80/', 'key:url|punctuation::|text: |text:http://x:80/'],
  ['text: |-', 'key:text|punctuation::|text: |punctuation:|-'],
  ['empty: {}', 'key:empty|punctuation::|text: |punctuation:{}'],
  ['# why', 'comment:# why'],
  ['- --listen=:80', 'punctuation:- |text:--listen=:80'],
  ['spec:', 'key:spec|punctuation::'],
])('%s is read in its parts', (line, parts) => {
  const told = tokensOf(line, false).map(({ kind, text }) => `${kind}:${text}`)
  expect(told.join('|')).toBe(parts)
})

test('a block of text ends where the indentation of its owner comes back, and has no keys', () => {
  const lines = ['a:', '  - text: |', '      key: 1', '', '      more', '    next: 2', '- |-', '  inner: 3', '- b']
  expect(lines.filter((_, index) => blockTextIn(lines)[index])).toEqual([
    '      key: 1',
    '',
    '      more',
    '  inner: 3',
  ])
  expect(tokensOf('      key: 1', true)).toEqual([{ kind: 'text', text: '      key: 1' }])
})

test('the parts of a line are the line, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (line, isBlockText) => {
      const single = line.replaceAll('\n', '')
      expect(
        tokensOf(single, isBlockText)
          .map(({ text }) => text)
          .join(''),
      ).toBe(single)
    }),
  )
})
