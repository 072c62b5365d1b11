import { valid } from 'semver'
import { expect, test } from 'vitest'
import { type Migration, migrate } from '../../generators/upgrade/migration.ts'
import { migrations } from '../../generators/upgrade/migrations/migrations.ts'

// Made up: a word that was renamed twice, and an option that somebody has to decide about.
const renamed: Migration = {
  version: '0.2.0',
  changed: 'store() is called logStore()',
  concerns: (text) => /\bstore\(/.test(text),
  rewrite: (text) => text.replaceAll(/\bstore\(/g, 'logStore('),
}
const renamedAgain: Migration = {
  version: '0.10.0',
  changed: 'logStore() is called logs()',
  concerns: (text) => text.includes('logStore('),
  rewrite: (text) => text.replaceAll('logStore(', 'logs('),
}
const asks: Migration = {
  version: '0.3.0',
  changed: 'an agent has no default cluster any more: say which',
  concerns: (text) => text.includes('agent()'),
}
const all = [renamedAgain, asks, renamed]

const programs = [
  { path: 'generators/fleet.ts', content: 'store(), agent()' },
  { path: 'generators/other.ts', content: 'restore()' },
]

test('programs go through every change between two versions, the oldest first, and only those that it concerns', () => {
  expect(migrate(programs, { from: '0.1.0', to: '0.10.0' }, all)).toEqual({
    files: [{ path: 'generators/fleet.ts', content: 'logs(), agent()' }],
    changes: [
      { version: '0.2.0', changed: 'store() is called logStore()' },
      { version: '0.3.0', changed: 'an agent has no default cluster any more: say which' },
      { version: '0.10.0', changed: 'logStore() is called logs()' },
    ],
  })
})

test('what came with the older version, or comes after the newer one, is no part of it', () => {
  expect(migrate(programs, { from: '0.2.0', to: '0.3.0' }, all)).toEqual({
    files: [],
    changes: [{ version: '0.3.0', changed: 'an agent has no default cluster any more: say which' }],
  })
})

test('a change that concerns no program is not told', () => {
  expect(migrate(programs.slice(1), { from: '0.1.0', to: '1.0.0' }, all)).toEqual({ files: [], changes: [] })
})

test('every migration of ours names a version that npm knows how to compare', () => {
  expect(migrations.filter(({ version }) => valid(version) !== version)).toEqual([])
})
