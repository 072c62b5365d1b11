import { expect, test } from 'vitest'
import { completionTable } from '../../../generators/command/completion/table.ts'

const ship = {
  command: 'npx zx scripts/ship.mjs',
  does: 'Ships a parcel\nby mule: slowly. Or by ship.',
  words: ['CLUSTER', 'PARCEL', '[COMPONENT…]'],
  offers: { from: 'environment', PARCEL: ['box', 'bag'] },
  options: {
    from: { value: 'PLACE', does: 'where it is' },
    weight: { value: 'N', does: 'in pounds' },
    label: { value: 'FILE', does: 'what stands on it' },
    fast: { does: 'by air' },
  },
} as const

const rows = (table: string) => table.split('\n').map((line) => line.split('\t').join(' | '))

test('a command is what starts it, its options, its words, and what may stand there', () => {
  const table = completionTable({ usages: { ship }, programs: ['ship'], npm: {}, rules: [] })
  expect(rows(table)).toEqual([
    'script | ship | Ships a parcel by mule',
    'program | ship | Ships a parcel by mule',
    'option | ship | --from | environment | where it is',
    'option | ship | --weight | ? | in pounds',
    'option | ship | --label | file | what stands on it',
    'option | ship | --fast | - | by air',
    'option | ship | --help | - | show how it is used',
    'word | ship | 1 | cluster',
    'word | ship | 2 | =box|bag',
    'rest | ship | component',
    '',
  ])
})

test('a script of package.json is the command that it starts, if it starts one', () => {
  const npm = {
    ship: 'zx scripts/ship.mjs',
    'ship:fast': 'npx zx ./scripts/ship.mjs --fast',
    send: 'fleetwright ship --from here',
    test: 'vitest run',
    sink: 'zx scripts/sink.mjs',
  }
  const table = completionTable({
    usages: { ship },
    programs: [],
    npm,
    rules: [{ name: 'no-cycle', because: 'it waits' }],
  })
  expect(rows(table).slice(-7)).toEqual([
    'npm | ship | ship',
    'npm | ship:fast | ship',
    'npm | send | ship',
    'npm | test | -',
    'npm | sink | -',
    'rule | no-cycle | it waits',
    '',
  ])
})
