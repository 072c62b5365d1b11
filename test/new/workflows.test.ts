import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ownScripts } from '../../generators/new/files.ts'
import { workflowFiles } from '../../generators/new/workflows.ts'

const contentOf = (url: string): string => workflowFiles(url)[0]?.content ?? ''

test.each([
  ['https://github.com/acme/fleet', '.github/workflows/fleet.yml'],
  ['ssh://git@gitlab.acme.example/platform/fleet.git', '.gitlab-ci.yml'],
  ['https://git.acme.example/fleet', '.github/workflows/fleet.yml'],
])('a repository at %s gets %s', (url, path) => {
  expect(workflowFiles(url).map((file) => file.path)).toEqual([path])
})

test.each(['https://github.com/acme/fleet', 'https://gitlab.com/acme/fleet'])(
  'CI at %s runs scripts that are there',
  (url) => {
    const scripts = [...contentOf(url).matchAll(/zx scripts\/([\w-]+)\.mjs/g)].map(([, name]) => name)
    expect(scripts).toEqual(['render', 'verify', 'review'])
    for (const name of scripts) expect(ownScripts).toContain(name)
  },
)

test('every action is pinned by its commit, and nothing of a pull request is put into a command', () => {
  const { jobs } = parse(contentOf('https://github.com/acme/fleet')) as {
    jobs: { check: { steps: readonly { uses?: string; run?: string }[] } }
  }
  const { steps } = jobs.check
  for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/)
  for (const { run } of steps) expect(run ?? '').not.toContain('${{')
})

test('GitLab takes an image of one version, and the whole history', () => {
  const pipeline = parse(contentOf('https://gitlab.com/acme/fleet')) as Record<string, Record<string, unknown>>
  expect(pipeline.default?.image).toMatch(/^node:\d+\.\d+\.\d+-/)
  expect(pipeline.variables).toEqual({ GIT_DEPTH: '0' })
})
