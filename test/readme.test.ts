import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import fleet from '../generators/fleet.ts'
import { blocksOf, changed } from './support/markdown.ts'
import { type ScratchCopy, scratchCopy } from './support/scratch-copy.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = (name: string): string => readFileSync(join(root, name), 'utf8')
const readme = page('README.md')

const blocks = (text: string, heading: string, language: string): readonly string[] =>
  blocksOf(text).flatMap((one) => (one.heading.endsWith(heading) && one.language === language ? [one.text] : []))

test('each page that it leads to is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to)
  expect(links.length).toBeGreaterThan(15)
  expect(links.filter((to) => !existsSync(join(root, to)))).toEqual([])
})

// Whoever made the fleet their own need not keep the example of these pages true.
describe.runIf(fleet.repository.url === 'https://github.com/example/platform')('with the example fleet,', () => {
  let copy: ScratchCopy
  beforeAll(() => {
    copy = scratchCopy()
  })
  afterEach(() => copy.reset())
  afterAll(() => copy.remove())

  const path = (file: string): string => join(copy.folder, file)
  const render = () => copy.run('zx', 'scripts/render.mjs')

  /** Changes the fleet as the first block of a section shows. */
  const follow = (text: string, heading: string): void => {
    const [diff = ''] = blocks(text, heading, 'diff')
    writeFileSync(path('generators/fleet.ts'), changed(readFileSync(path('generators/fleet.ts'), 'utf8'), diff))
  }

  test('every path in the picture of the tree is there', () => {
    const [picture = ''] = blocks(readme, 'The tree', 'text')
    let above: readonly string[] = []
    for (const [, indent = '', name = ''] of picture.matchAll(/^( *)(\S+)/gm)) {
      above = [...above.slice(0, indent.length / 2), name]
      expect([above.join(''), existsSync(path(above.join('')))]).toEqual([above.join(''), true])
    }
    expect(picture.split('\n').length).toBeGreaterThan(15)
  })

  test('the change that it shows makes the diff that it shows, and no other', () => {
    follow(readme, 'Change one thing')
    expect(render().stdout).toMatch(/^1 file written \(1 changed\), \d+ unchanged\.$/)
    const { stdout } = copy.run('git', 'diff', '--unified=1', '--', 'apps', 'clusters', 'infrastructure')
    const shown = stdout.split('\n').filter((line) => !/^(diff|index) /.test(line))
    expect(`${shown.join('\n')}\n`).toBe(blocks(readme, 'Change one thing', 'diff')[1])
  })

  test('the mistake that it shows is told as it shows, and nothing is written', () => {
    follow(readme, 'When something is wrong')
    const [told = ''] = blocks(readme, 'When something is wrong', 'text')
    expect(render()).toEqual({ exitCode: 1, stdout: '', stderr: told.trimEnd() })
    expect(copy.run('git', 'status', '--short').stdout).toBe(' M generators/fleet.ts')
    const { stdout } = copy.run('zx', 'scripts/render.mjs', '--json')
    const [, keys = ''] = /`\{ "problems": \[\{ (.*?) \}\] \}`/.exec(readme) ?? []
    expect(Object.keys(JSON.parse(stdout).problems[0]).map((key) => `"${key}"`)).toEqual(keys.split(', '))
  })

  test('an edge more costs five lines, and brings and changes the files that its page shows and no others', () => {
    const edge = page('docs/how-to/add-an-edge.md')
    follow(edge, 'Add an edge')
    expect(copy.run('biome', 'check', 'generators/fleet.ts')).toMatchObject({ exitCode: 0 })
    expect(copy.run('git', 'diff', '--shortstat').stdout).toBe(' 1 file changed, 5 insertions(+)')
    expect(render()).toMatchObject({ exitCode: 0, stderr: '' })
    copy.run('git', 'add', '--all')
    const rendered = ['apps', 'clusters', 'infrastructure']
    const staged = (filter: 'A' | 'M') =>
      copy
        .run('git', 'diff', '--cached', '--name-only', `--diff-filter=${filter}`, '--no-renames', '--', ...rendered)
        .stdout.split('\n')
    const [brought = [], changes] = blocks(edge, 'Add an edge', 'text').map((text) => text.match(/^\S+/gm) ?? [])
    const added = staged('A')
    expect(brought.filter((path) => !added.some((file) => file.startsWith(path)))).toEqual([])
    expect(added.filter((file) => !brought.some((path) => file.startsWith(path)))).toEqual([])
    expect(staged('M')).toEqual(changes)
  })

  test('it names every cluster of the fleet, and how to start each has a page', () => {
    const starting = page('docs/how-to/start-a-cluster.md')
    for (const cluster of Object.keys(fleet.clusters)) {
      expect(readme).toContain(`(clusters/${cluster}/README.md)`)
      expect(starting).toContain(`clusters/${cluster}/README.md#bootstrap)`)
    }
  })
})
