import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { marked } from '../review/marked.ts'
import { type Checkout, checkout, fleet, fleetFile } from './checkout.ts'

let here: Checkout
beforeAll(() => {
  here = checkout()
})
afterEach(() => here.reset())
afterAll(() => here.remove())

const refused = (...paragraphs: readonly string[]) => ({
  exitCode: 1,
  stdout: '',
  stderr: [
    ...paragraphs,
    `${paragraphs.length} problem${paragraphs.length === 1 ? '' : 's'}; nothing was written.`,
  ].join('\n\n'),
})

const wrongFleet = `import { defineFleet, environment, flux, manifests, minio, namespace } from './fleetwright.ts'

const page = manifests({
  name: 'page',
  objects: [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'page' },
      spec: { selecter: { app: 'page' }, ports: [{ port: 80 }] },
    },
  ],
})

export default defineFleet({
  repository: { url: 'https://github.com/example/platform', branch: 'main' },
  environments: {
    dev: environment({ storageClass: 'local-path' }, [
      minio({ size: '20 gigs', values: { rootPassword: 'hunter2' } }),
    ]),
  },
  clusters: {
    home: flux({
      environment: 'dve',
      distribution: 'k3s',
      network: 'flannel',
      namespaces: {
        web: namespace({ secrets: { 'minio-root': { from: 'existing' } } }, [page(), minio({ retention: '7d' })]),
      },
    }),
  },
})
`

const told = [
  `generators/fleet.ts:10:15  clusters.home.namespaces.web.page.objects.0.spec.selecter
  Service page: spec.selecter is not a field that exists
  fix: write selector
  rule: valid-object`,
  `generators/fleet.ts:19:15  environments.dev.minio.size
  '20 gigs' is not a size
  fix: write a size, such as '10Gi'
  rule: size`,
  `generators/fleet.ts:19:42  environments.dev.minio.values.rootPassword
  rootPassword is a credential in plain text, and would be committed
  fix: put it into a Secret whose source the namespace's secrets declare, and refer to that Secret
  rule: no-literal-credentials`,
  `generators/fleet.ts:24:7  clusters.home.environment
  there is no environment 'dve'
  fix: write 'dev', or add 'dve' to environments
  rule: known-environment`,
  `generators/fleet.ts:28:94  clusters.home.namespaces.web.minio.retention
  minio has no 'retention'
  fix: remove it, or use one of: name, after, version, values, root, users, size, resources
  rule: known-option`,
]

describe('a fleet with mistakes', () => {
  test('is told all of them at once, each with line and column, and the tree stays as it was', () => {
    here.render()
    const before = here.tree()
    here.write(fleetFile, wrongFleet)
    expect(here.render()).toEqual(refused(...told))
    expect(here.render('--check')).toEqual(refused(...told))
    expect(here.render('--force', '--commit')).toEqual(refused(...told))
    expect(here.tree()).toEqual(before)
  })

  test('is told to machines on standard output', () => {
    here.write(fleetFile, wrongFleet)
    const { exitCode, stdout, stderr } = here.render('--json')
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
    const { problems } = JSON.parse(stdout)
    expect(problems).toHaveLength(told.length)
    expect(problems[1]).toEqual({
      rule: 'size',
      place: ['environments', 'dev', 'minio', 'size'],
      file: 'generators/fleet.ts',
      line: 19,
      column: 15,
      reason: "'20 gigs' is not a size",
      fix: "write a size, such as '10Gi'",
    })
  })
})

describe('a fleet that cannot be evaluated is told where', () => {
  /** The small fleet, with something replaced by what is wrong; `▸` marks where that is told. */
  const fleetWith = (from: string, to: string) => fleet().replace(from, to)

  test.each<[string, string, string, string, string]>([
    [
      'a mistake of syntax',
      fleetWith("branch: 'main' },", "branch: 'main' ▸branch },"),
      'the file is not valid TypeScript: Expected "}" but found "branch"',
      'correct the syntax here, or shortly before',
      'fleet-syntax',
    ],
    [
      'an import of what is not there',
      fleetWith('helmRelease,', '▸helmRelese,').replace('helmRelease({', 'helmRelese({'),
      'generators/fleetwright.ts exports no helmRelese',
      'import helmRelease',
      'fleet-import',
    ],
    [
      'an import from nowhere',
      fleetWith("'./fleetwright.ts'", "▸'./fleetright.ts'"),
      'there is no generators/fleetright.ts',
      "import './fleetwright.ts'",
      'fleet-import',
    ],
    [
      'a package that is not installed',
      `import pad from ▸'left-pad'\n${fleetWith("'1.0.0'", "pad('1.0.0')")}`,
      'the package left-pad is not installed',
      'correct its name, or npm install left-pad',
      'fleet-import',
    ],
    [
      'a name that nothing defines',
      fleetWith('[web()]', '[▸wbe()]'),
      'wbe is not defined',
      'write web, or import or define wbe',
      'fleet-evaluation',
    ],
    [
      'a mistake when it is evaluated',
      fleetWith('[web()]', '[web(undefined.▸values)]'),
      "the fleet cannot be evaluated: TypeError: Cannot read properties of undefined (reading 'values')",
      'correct what is evaluated here; npm run typecheck may say more',
      'fleet-evaluation',
    ],
    [
      'something that it throws itself',
      fleetWith('const k3s', "if (true) throw ▸new Error('not today')\nconst k3s"),
      'the fleet cannot be evaluated: Error: not today',
      'correct what is evaluated here; npm run typecheck may say more',
      'fleet-evaluation',
    ],
    [
      'no fleet by default',
      `▸${fleetWith('export default', 'export const platform =')}`,
      'the file exports platform, but no fleet by default',
      'write export default defineFleet({ … })',
      'fleet-export',
    ],
    [
      'something else by default',
      'export default ▸{ clusters: {} }\n',
      'the default export is an object, not what defineFleet makes',
      'write export default defineFleet({ … })',
      'fleet-export',
    ],
  ])('%s', (_, text, reason, fix, rule) => {
    const { source, position } = marked(text)
    here.write(fleetFile, source)
    const place = `generators/fleet.ts:${position.line}:${position.column}  the fleet`
    expect(here.render()).toEqual(refused(`${place}\n  ${reason}\n  fix: ${fix}\n  rule: ${rule}`))
    expect(here.tree()).toEqual({})
  })

  test('no file at all', () => {
    rmSync(join(here.folder, fleetFile))
    expect(here.render()).toEqual(
      refused(`generators/fleet.ts:1:1  the fleet
  there is no generators/fleet.ts
  fix: write one, as the README shows
  rule: fleet-import`),
    )
  })
})

test('a function of the fleet that fails while it renders is a problem like any other', () => {
  const broken = "▸manifests({ name: 'app', objects: ({ name }) => [{ kind: name.missing.kind }] })()"
  const { source, position } = marked(fleet({ a: broken }).replace('helmRelease,', 'helmRelease, manifests,'))
  here.write(fleetFile, source)
  expect(here.render()).toEqual(
    refused(`generators/fleet.ts:${position.line}:${position.column}  clusters.a.namespaces.web.app
  app cannot be worked out: TypeError: Cannot read properties of undefined (reading 'kind')
  fix: correct the function that fails, or what it is given here
  rule: component-fails`),
  )
})
