import { expect, test } from 'vitest'
import { benchCommand } from '../../generators/command/bench.ts'

test.each([
  [['--files', 'many'], "'many' is no number: write one, such as 1000"],
  [['--files', '100', '--rounds', '0'], "'0' is no number: write one, such as 1000"],
])('%o is wrong usage, and nothing is measured', async (args, told) => {
  const said = { out: '', err: '' }
  const code = await benchCommand('/nowhere')({
    args,
    root: '/nowhere',
    program: process.cwd(),
    scribe: '',
    fleet: { exports: {}, fingerprint: '' },
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  expect({ code, out: said.out, told: said.err.split('\n\n')[0] }).toEqual({ code: 2, out: '', told })
})
