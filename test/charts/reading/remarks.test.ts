import { expect, test } from 'vitest'
import { remarksIn } from '../../../generators/charts/reading/remarks.ts'

test.each([
  ['# How many Pods.\n# At least one.\nreplicas: 1\n', 'How many Pods. At least one.'],
  ['# Ours.\n#\n# -- (int) Number of replicas\nreplicas: 1\n', 'Number of replicas'],
  ['## @param replicas Number of replicas\n##\nreplicas: 1\n', 'Number of replicas'],
  ['## @param replicas [default: 1] Number of replicas\nreplicas: 1\n', 'Number of replicas'],
  ['# @schema\n# type: integer\n# @schema\n# Number of replicas\nreplicas: 1\n', 'Number of replicas'],
  ['# Number of replicas, such as\n# first: 1\n# second: 2\nreplicas: 1\n', 'Number of replicas, such as'],
  ['# Note: it costs.\nreplicas: 1\n', 'Note: it costs.'],
  ['# Of the file.\n\nreplicas: 1\n', undefined],
  ['replicas: 1 # behind it\n', undefined],
])('%j says %o', (text, remark) => {
  expect(remarksIn(text).get('replicas')).toBe(remark)
})

test('a remark stands in the column of its value', () => {
  const text = 'image:\n  # The tag.\n  tag: v1\n# Not of an image.\nport: 80\n'
  expect([...remarksIn(text)]).toEqual([
    ['image.tag', 'The tag.'],
    ['port', 'Not of an image.'],
  ])
})

test('a page of documentation is cut at the end of a sentence', () => {
  const remark = remarksIn(`# ${'A sentence of some words. '.repeat(40)}\nport: 80\n`).get('port')
  expect(remark).toBe('A sentence of some words. '.repeat(11).trim())
})
