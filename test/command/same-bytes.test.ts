import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Checkout, checkout, ran, treeOf } from './checkout.ts'

let one: Checkout
let other: Checkout
let home: string
beforeAll(() => {
  one = checkout()
  other = checkout()
  home = mkdtempSync(join(tmpdir(), 'fleetwright-home-'))
})
afterAll(() => {
  one.remove()
  other.remove()
  rmSync(home, { recursive: true })
})

/** Names sort differently from language to language. */
const clusterName = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}[a-z0-9]$/)
const surroundings = fc.record({
  TZ: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/St_Johns'),
  LANG: fc.constantFrom('C', 'de_DE.UTF-8', 'tr_TR.UTF-8', 'sv_SE.UTF-8'),
  HOME: fc.constantFrom('/', '/nonexistent', '.'),
  cwd: fc.constantFrom('/', '.', 'generators'),
})

const fleetOf = (clusters: readonly string[], at: Date): string => `
import { defineFleet, environment, flux, manifests, namespace } from './fleetwright.ts'

const note = manifests({
  name: 'note',
  objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'note' }, data: { at: '${at.toISOString()}', i: 'İıIi' } }],
})
const settings = { environment: 'dev', distribution: 'k3s', network: 'flannel' } as const

export default defineFleet({
  repository: { url: 'https://github.com/example/platform', branch: 'main' },
  environments: { dev: environment({ storageClass: 'local-path' }) },
  clusters: {
${clusters.map((name) => `    '${name}': flux({ ...settings, namespaces: { web: namespace({}, [note()]) } }),`).join('\n')}
  },
})
`

test('one fleet is the same bytes wherever, whenever and in whatever language it is rendered', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(clusterName, { minLength: 1, maxLength: 4 }),
      fc.date({ noInvalidDate: true }),
      surroundings,
      surroundings,
      (clusters, at, here, there) => {
        const trees = [
          [one, here],
          [other, there],
        ] as const
        const [first, second] = trees.map(([{ folder, write }, { cwd, HOME, ...languages }]) => {
          write('generators/fleet.ts', fleetOf(clusters, at))
          mkdirSync(join(folder, cwd), { recursive: true })
          const env = { ...languages, LC_ALL: languages.LANG, HOME: HOME === '.' ? home : HOME }
          const { exitCode, stderr } = ran(folder, [], { cwd: cwd === '/' ? cwd : join(folder, cwd), env })
          expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
          return treeOf(folder)
        })
        expect(first).toEqual(second)
        expect(Object.keys(first!).filter((path) => path.endsWith('README.md'))).toHaveLength(clusters.length)
      },
    ),
    { numRuns: 6 },
  )
})
