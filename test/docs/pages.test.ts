import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { usages } from '../../generators/command/usages.ts'
import { pagesOf } from '../../generators/docs/pages.ts'
import * as words from '../../generators/fleetwright.ts'
import { pagesIn } from '../../generators/output/pages.ts'
import { sourceFiles } from '../../generators/output/source-files.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined)
const tests = sourceFiles(root, 'test').flatMap(({ path }) => (path.endsWith('.test.ts') ? [path] : []))
const pages = pagesOf({ read, tests, words, usages })

test('the committed pages are what npx zx scripts/docs.mjs makes', () => {
  const made = Object.fromEntries(pages.map(({ path, content }) => [path, content]))
  expect(Object.fromEntries(pagesIn(root, ['docs/reference', 'docs/rules']))).toEqual(made)
})

test('every word that a fleet is written with has a section, and no option is without a word on it', () => {
  const text = pages.map(({ content }) => content).join('\n')
  for (const name of Object.keys(words)) expect(text).toMatch(new RegExp(`^## ${name}\\(`, 'm'))
  const silent = text.match(/^\| `[\w.[\]]+` \|[^|]*\|(?: required)? *\| *\|$/gm) ?? []
  expect(silent.filter((row) => !knownSilent.some((name) => row.includes(`\`${name}\``)))).toEqual([])
})

/** What says enough by its name. */
const knownSilent = [
  'argo',
  'dashboards[].model',
  'dashboards[].name',
  'loadBalancer.annotations',
  'replicas.max',
  'replicas.min',
  'when.attribute',
  'when.equals',
]
