import { describe, expect, test } from 'vitest'
import { command, type Ending } from '../../generators/command/command.ts'
import { untold } from '../../generators/progress.ts'

const usage = {
  command: 'npx zx scripts/ship.mjs',
  does: 'Ships a parcel.',
  options: { to: { value: 'PLACE', does: 'where it goes' }, fast: { does: 'by air' } },
  words: ['PARCEL', '[CARRIER]'],
} as const

const help = `npx zx scripts/ship.mjs [options] PARCEL [CARRIER]

Ships a parcel.

  --to PLACE  where it goes
  --fast      by air
  --help      show this

Exit codes: 0 good, 1 problems or a stale tree, 2 wrong usage.
`

/** Runs a command that says what it understood, and then ends. */
const run = async (args: readonly string[], ending: Ending = 0) => {
  const said = { out: '', err: '', understood: undefined as unknown }
  const ship = command(usage, async ({ options: { to, fast }, words: [parcel, carrier] }) => {
    said.understood = { to, fast, parcel, carrier }
    return ending
  })
  const code = await ship({
    args,
    root: '/nowhere',
    program: process.cwd(),
    scribe: '',
    fleet: { exports: {}, fingerprint: '' },
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  })
  return { code, ...said }
}

describe('what is said is understood:', () => {
  test.each([
    [['box'], { to: undefined, fast: false, parcel: 'box', carrier: undefined }],
    [['--fast', 'box', 'mule', '--to', 'Rome'], { to: 'Rome', fast: true, parcel: 'box', carrier: 'mule' }],
  ])('%o', async (args, understood) => {
    expect(await run(args)).toEqual({ code: 0, out: '', err: '', understood })
  })
})

test.each([[['--help']], [['box', '--fast', '--help']]])(
  '%o shows the usage, does nothing and is good',
  async (args) => {
    expect(await run(args)).toEqual({ code: 0, out: help, err: '', understood: undefined })
  },
)

describe('wrong usage is told with the help, and nothing is done:', () => {
  test.each([
    [[], 'PARCEL is missing'],
    [['box', 'mule', 'oats'], "what is 'oats' for? This command takes PARCEL [CARRIER]"],
    [['box', '--too', 'Rome'], 'there is no option --too: did you mean --to?'],
    [['box', '--to'], '--to needs a value: --to PLACE'],
    [['--help', '--fst'], 'there is no option --fst: did you mean --fast?'],
  ])('%o', async (args, wrong) => {
    expect(await run(args)).toEqual({ code: 2, out: '', err: `${wrong}\n\n${help}`, understood: undefined })
  })
})

test('what the command itself finds wrong with its usage is told in the same way', async () => {
  const { code, err } = await run(['box'], { wrong: 'nothing goes to Atlantis' })
  expect({ code, err }).toEqual({ code: 2, err: `nothing goes to Atlantis\n\n${help}` })
})

test('problems that were found are the exit code of the command', async () => {
  expect(await run(['box'], 1)).toMatchObject({ code: 1, err: '' })
})

test.each([
  [[], true],
  [['--json'], false],
])('a CI job that says %o is told of long work: %s', async (args, isTold) => {
  let progress = untold
  const wait = command(
    { command: 'npx zx scripts/wait.mjs', does: 'Waits.', options: { json: { does: 'as JSON' } } },
    async (_, invocation) => {
      progress = invocation.progress
      return 0
    },
  )
  await wait({
    args,
    root: '/nowhere',
    program: process.cwd(),
    scribe: '',
    fleet: { exports: {}, fingerprint: '' },
    out: () => {},
    err: () => {},
    audience: { environment: { CI: 'true' }, isTerminal: { out: false, err: false } },
  })
  expect(progress !== untold).toBe(isTold)
})
