import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { completionScript } from '../../../generators/command/completion/shells.ts'

const table = 'option\tship\t--to\t?\tthe owner\'s \\ "place", $HOME or `pwd`\n'
const parts = { table, answers: `printf '%s' "$table"`, asks: '' }

test('bash gets to the letter what is in the table, through both shells that read it', () => {
  const script = `${completionScript('bash', parts)}sh -c "$__fleetwright_answers"`
  expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' })).toBe(table)
})

test('zsh quotes as bash does, and fish in its own way', () => {
  expect(completionScript('zsh', parts)).toBe(completionScript('bash', parts))
  expect(completionScript('fish', { table: "it's \\", answers: '', asks: 'ask' })).toBe(
    "set -g __fleetwright_answers 'table=\\'it\\'\\\\\\'\\'s \\\\\\'\n'\n\nask",
  )
})
