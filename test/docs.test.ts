import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fleet from '../generators/fleet.ts'
import { blocksOf } from './support/markdown.ts'
import { type ScratchCopy, scratchCopy } from './support/scratch-copy.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => `docs/${file}`)
const text = (page: string): string => readFileSync(join(root, page), 'utf8')
/** What people read of a page, without what it quotes. */
const prose = (page: string): string => text(page).replaceAll(/^```.*?^```$/gms, '')

/** A command about one object: `kubectl delete secret NAME -n NAMESPACE`, `rollout restart KIND/NAME -n NAMESPACE`. */
const aboutOne =
  /kubectl (?:delete|patch) \w+ ([\w-]+) -n ([\w-]+)|(?:deployment|statefulset|daemonset)\/([\w-]+) -n ([\w-]+)/g

/** A heading as a link names it. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')

test.each(pages)('%s leads to pages and headings that are there', (page) => {
  const broken = [...prose(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].filter(([, to = '', heading]) => {
    const target = to === '' ? page : join(dirname(page), to)
    if (!existsSync(join(root, target))) return true
    return (
      heading !== undefined &&
      ![...prose(target).matchAll(/^#+ (.*)$/gm)].some(([, one = '']) => anchor(one) === heading)
    )
  })
  expect(broken.map(([link]) => link)).toEqual([])
})

// Whoever made the fleet their own has other clusters than the pages speak of.
describe.runIf(fleet.repository.url === 'https://github.com/example/platform')('with the example fleet,', () => {
  let copy: ScratchCopy
  beforeAll(() => {
    copy = scratchCopy()
  })
  afterAll(() => copy.remove())

  const federation = blocksOf(text('docs/federation.md'))
  const of = (heading: string, language: string): string =>
    federation.find((one) => one.heading === heading && one.language === language)?.text ?? ''

  test('what is written into a fleet compiles and renders', () => {
    const file = join(copy.folder, 'generators/fleet.ts')
    const [atHub = '', atEdge = ''] = of('Certificates', 'ts')
      .split('\n')
      .map((line) => line.replace(/ *\/\/.*$/, ''))
    const written = [
      ['federationCertificates(),', `${atHub},`],
      ["'otel-client': existing()", atEdge],
      ["otelGateway({ address: 'otlp.hub.example.com' }),", `${of('Destinations', 'ts').trimEnd()},`],
      // The Secrets of the destinations, at the hub: what stands behind the namespace's name, and there alone.
      ["'observability-hub': namespace(\n          { secrets: {", '$& splunk: existing(), acme: existing(),'],
      ["distribution: 'managed',", "distribution: 'managed',\n  crds: ['external-secrets.io'],"],
      ['  secret,\n', '  otlpTo,\n  secret,\n  splunk,\n'],
    ] as const
    const changed = written.reduce(
      (source, [from, to]) => {
        expect([from, source.split(from).length > 1]).toEqual([from, true])
        return source.replace(from, to)
      },
      readFileSync(file, 'utf8'),
    )
    writeFileSync(file, changed)
    expect(copy.run('tsc', '--noEmit').stdout).not.toContain('generators/fleet.ts')
    expect(copy.run('zx', 'scripts/render.mjs')).toMatchObject({ exitCode: 0, stderr: '' })
  })

  test('what its commands name is in the tree', () => {
    const named = pages.flatMap((page) => [...text(page).matchAll(aboutOne)])
    const files = copy.run('git', 'ls-files', 'apps', 'infrastructure').stdout.split('\n')
    const missing = named.filter(([, object = '', space = '', workload = object, where = space]) => {
      const inNamespace = files.filter((file) => file.includes(`/${where}/`))
      return !inNamespace.some((file) => readFileSync(join(root, file), 'utf8').includes(workload))
    })
    expect(named.length).toBeGreaterThan(4)
    expect(missing.map(([command]) => command)).toEqual([])
  })
})
