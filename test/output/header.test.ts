import { describe, expect, test } from 'vitest'
import { isOurs, markdownHeader, yamlHeader } from '../../generators/output/header.ts'

const place = ['clusters', 'homelab', 'namespaces', 'monitoring', 'loki']

test('a YAML file opens with its place in the fleet and the command that renders it', () => {
  expect(yamlHeader(place)).toBe(`\
# From clusters.homelab.namespaces.monitoring.loki in generators/fleet.ts.
# Rendered by "npx zx scripts/render.mjs": change the fleet, not this file.
`)
})

test('a Markdown file says the same in one line that nobody sees', () => {
  expect(markdownHeader([])).toBe(
    '<!-- From the fleet in generators/fleet.ts. Rendered by "npx zx scripts/render.mjs": change the fleet, not this file. -->\n',
  )
})

describe('a file is ours', () => {
  test.each([
    ['with the header of YAML', `${yamlHeader(place)}kind: HelmRelease\n`],
    ['with the header of Markdown', `${markdownHeader(place)}# homelab\n`],
    ['with lines that Windows ended', `${yamlHeader(place)}kind: HelmRelease\n`.replaceAll('\n', '\r\n')],
    ['with a header and nothing else', markdownHeader(place).trimEnd()],
  ])('%s', (_how, content) => {
    expect(isOurs(content)).toBe(true)
  })
})

describe('a file is a person’s', () => {
  const [from, rendered] = yamlHeader(place).trimEnd().split('\n')

  test.each([
    ['without a header', 'kind: HelmRelease\n'],
    ['when it is empty', ''],
    ['when the header does not open it', `---\n${yamlHeader(place)}`],
    ['when half of the header is gone', `${from}\nkind: HelmRelease\n`],
    ['when the other half is', `${rendered}\nkind: HelmRelease\n`],
    ['when a word of it differs', yamlHeader(place).replace('change', 'edit')],
    ['when the comment of Markdown goes on', markdownHeader(place).replace(' -->', '')],
  ])('%s', (_how, content) => {
    expect(isOurs(content)).toBe(false)
  })
})
