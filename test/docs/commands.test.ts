import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocksOf } from '../support/markdown.ts'
import { follow } from './follow.ts'
import { type Newcomer, newcomer } from './newcomer.ts'

const docs = fileURLToPath(new URL('../../docs', import.meta.url))
const text = (page: string): string => readFileSync(join(docs, page), 'utf8')
const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
const first = 'first-ten-minutes.md'
/** It is about the example fleet, where test/readme.test.ts follows it. */
const edge = 'how-to/add-an-edge.md'

let somebody: Newcomer
beforeAll(() => {
  somebody = newcomer()
})
afterAll(() => somebody.remove())

const slow = 5 * 60_000

test('the first ten minutes go as the page says, from an empty folder on', { timeout: slow }, () => {
  follow(text(first), somebody.program, somebody)
})

const changing = ['sh', 'diff']
const others = pages.filter(
  (page) =>
    page.startsWith('how-to/') &&
    page !== edge &&
    blocksOf(text(page)).some(({ language }) => changing.includes(language)),
)

test.each(others)('what %s says can be done in the repository of a newcomer', { timeout: slow }, (page) => {
  somebody.reset()
  follow(text(page), somebody.platform, somebody)
  somebody.keepProgram(page)
})

test('what they write compiles', { timeout: slow }, () => {
  expect(somebody.typeMistakes()).toBe('')
})

/** Blocks of commands that are shown, and not run here, by something in them, with what a test lacks for them. */
const lacking: readonly (readonly [command: RegExp, what: string])[] = [
  [/^git (clone|push) /m, 'a server that holds repositories'],
  [/ --comment /, 'a pull request, of which a server tells in CI'],
  [/charts\.mjs (outdated|lock)/, 'registries of charts: test/command/charts.test.ts has one on loopback'],
  [/upgrade\.mjs/, 'a newer package: test/command/upgrade.test.ts packs one'],
  [/^flux /m, 'a cluster with Flux'],
  [/^ *sops |^mkdir .* age-keygen /m, 'sops and age: test/docs/secrets.test.ts runs them where they are at hand'],
  [/^kubectl (delete|get|patch|rollout) /m, 'a cluster; test/docs.test.ts looks for what they name in the tree'],
]

test('commands that are shown and not run lack something that a test has not', () => {
  const shown = pages.flatMap((page) =>
    blocksOf(text(page)).flatMap((block) => (block.language === 'console' ? [block.text] : [])),
  )
  expect(shown.length).toBeGreaterThan(5)
  expect(shown.filter((block) => !lacking.some(([command]) => command.test(block)))).toEqual([])
})
