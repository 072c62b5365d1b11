import { pagesOf } from '../docs/pages.ts'
import * as words from '../fleetwright.ts'
import { pagesIn, putPages } from '../output/pages.ts'
import { readText } from '../output/reader.ts'
import { sourceFiles } from '../output/source-files.ts'
import { count } from '../review/count.ts'
import { command } from './command.ts'
import { tellProblems } from './tell-problems.ts'
import { usages } from './usages.ts'

const usage = {
  command: 'npx zx scripts/docs.mjs',
  does: [
    'For maintainers: makes docs/reference/ and docs/rules/ anew, from the types that a fleet is written with, from the usage of',
    'each command, and from the tests of the rules.',
  ].join('\n'),
  options: { check: { does: 'write nothing; exit 1 and list what differs' } },
} as const

const folders = ['docs/reference', 'docs/rules']

/** `scripts/docs.mjs`. */
export const docsCommand = command(usage, async ({ options: { check } }, invocation) => {
  const { root, out } = invocation
  const tests = sourceFiles(root, 'test').flatMap(({ path }) => (path.endsWith('.test.ts') ? [path] : []))
  const made = pagesOf({ read: (path) => readText(root, path), tests, words, usages })
  const pages = new Map(made.map(({ path, content }) => [path, content]))
  const standing = pagesIn(root, folders)
  const stale = [...new Set([...pages.keys(), ...standing.keys()])]
    .filter((path) => pages.get(path) !== standing.get(path))
    .sort()
  if (check) {
    out(stale.map((path) => `${path}\n`).join(''))
    return stale.length > 0 ? 1 : 0
  }
  const problem = putPages(root, stale, pages)
  if (problem !== undefined) return tellProblems([problem], invocation, false)
  out(`${count(stale.length, 'page')} written, ${pages.size} in all.\n`)
  return 0
})
