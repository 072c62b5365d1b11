import { expect, test } from 'vitest'
import { rulesCommand } from '../../generators/command/rules.ts'

const run = async (...args: readonly string[]) => {
  let out = ''
  const code = await rulesCommand({
    args,
    root: '/nowhere',
    program: process.cwd(),
    scribe: '',
    fleet: { exports: {}, fingerprint: '' },
    out: (text) => {
      out += text
    },
    err: () => {},
  })
  return { code, out }
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
  })
  expect(rules.find(({ name }: { name: string }) => name === 'shape')).toMatchObject({ canBeSwitchedOff: false })
})
