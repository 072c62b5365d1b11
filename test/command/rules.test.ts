import { expect, test } from 'vitest'
import { allRules } from '../../generators/check/all-rules.ts'
import { rulesCommand } from '../../generators/command/rules.ts'

const run = async (...args: readonly string[]) => {
  let [out, err] = ['', '']
  const code = await rulesCommand({
    args,
    root: process.cwd(),
    program: process.cwd(),
    scribe: '',
    fleet: { exports: {}, fingerprint: '' },
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err }
}

test('lists every rule with what happened, those that can be switched off first', async () => {
  const { code, out } = await run()
  const [judging = '', fixed = ''] = out.split('None of these can')
  expect(code).toBe(0)
  expect(judging).toContain(`  persistence\n    Prometheus had no volume and lost its data with its Pod\n`)
  expect(fixed).toContain('  no-cycle\n    Kustomizations that wait for each other do so for ever')
  expect(out.endsWith('\n')).toBe(true)
})

test('lists them for machines', async () => {
  const { rules } = JSON.parse((await run('--json')).out)
  expect(rules).toContainEqual({
    name: 'persistence',
    because: 'Prometheus had no volume and lost its data with its Pod',
    canBeSwitchedOff: true,
    page: 'docs/rules/persistence.md',
  })
  expect(rules.find(({ name }: { name: string }) => name === 'shape')).toMatchObject({ canBeSwitchedOff: false })
})

test('lists the rules that are named with their pages, and no heading without one', async () => {
  expect(await run('no-cycle')).toEqual({
    code: 0,
    err: '',
    out: `None of these can: without them there is nothing to render, to write or to reconcile.

  no-cycle
    ${allRules().find(({ name }) => name === 'no-cycle')?.because}
    page: docs/rules/no-cycle.md
`,
  })
  const { rules } = JSON.parse((await run('persistence', 'no-cycle', '--json')).out)
  expect(rules.map(({ name }: { name: string }) => name)).toEqual(['no-cycle', 'persistence'])
})

test.each([
  ['no-cycles', 'there is no rule no-cycles: did you mean no-cycle?'],
  ['zzz', 'there is no rule zzz'],
])('the rule %s is wrong usage', async (name, told) => {
  const { code, out, err } = await run(name)
  expect({ code, out, told: err.split('\n')[0] }).toEqual({ code: 2, out: '', told })
})
