import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ran } from './checkout.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const lines = (args: readonly string[], env: Readonly<Record<string, string>>) => {
  const { stdout, stderr } = ran(root, args, { script: 'rules', env })
  return { out: stdout.split('\n').find((line) => line.includes('no-cycle')), err: stderr.split('\n')[0] }
}

test('what a program reads is never coloured, unless it asks for that', () => {
  expect(lines([], {})).toEqual({ out: '  no-cycle', err: '' })
  expect(lines([], { FORCE_COLOR: '1' })).toEqual({ out: '  \u001b[1mno-cycle\u001b[22m', err: '' })
})

test('nor is what it is told of a mistake', () => {
  const told = 'there is no option --jsn: did you mean --json?'
  expect(lines(['--jsn'], {})).toEqual({ out: undefined, err: told })
  expect(lines(['--jsn'], { FORCE_COLOR: '1' })).toEqual({ out: undefined, err: `\u001b[1m${told}\u001b[22m` })
})
