import type { File } from '../file.ts'
import { programText } from '../import/print/program.ts'
import type { Answers } from './answers.ts'
import { fleetProgram } from './fleet-program.ts'
import { readme } from './readme.ts'
import { workflowFiles } from './workflows.ts'

/** The package that a repository depends on. */
export interface Dependency {
  /** As package.json names it: `0.1.0`, `file:../fleetwright-0.1.0.tgz`. */
  readonly spec: string
}

/** What a new repository is made of, beside the answers. */
export interface Ground extends Dependency {
  /** The name of its folder. */
  readonly name: string
  /** Whether nobody said where the repository will be. */
  readonly isExample: boolean
  /** The version of TypeScript that checks its types. */
  readonly typescript: string
}

/** The commands that have a script in a repository, as its rendered files and its people name them. */
export const ownScripts = [
  'render',
  'verify',
  'review',
  'promote',
  'charts',
  'graph',
  'rules',
  'test-cluster',
  'test-telemetry',
  'upgrade',
] as const

/** Everything that a person owns in a new repository. The rendered tree is not among it. */
export const newFiles = (answers: Answers, ground: Ground): readonly File[] => [
  { path: 'package.json', content: json(packageJson(ground)) },
  { path: 'README.md', content: readme(answers, ground) },
  { path: 'generators/fleet.ts', content: programText(fleetProgram(answers), 'fleetwright') },
  ...usualFiles(answers.url),
]

/** Those of them that are alike wherever a repository is pushed to the same kind of server, so that upgrades know them. */
export const usualFiles = (url: string): readonly File[] => [
  { path: 'tsconfig.json', content: json(tsconfig) },
  { path: '.gitignore', content: 'node_modules/\n*.log\n' },
  { path: 'test/fleet.test.ts', content: fleetTest },
  ...ownScripts.map((name) => ({
    path: `scripts/${name}.mjs`,
    content: `#!/usr/bin/env zx\nimport 'fleetwright/scripts/${name}.mjs'\n`,
  })),
  ...workflowFiles(url),
]

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const packageJson = ({ name, spec, typescript }: Ground) => ({
  name: packageName(name),
  private: true,
  type: 'module',
  scripts: packageScripts(typescript),
  dependencies: { fleetwright: spec },
})

/** What `npm run` knows in a new repository, whose types this version of TypeScript checks. */
export const packageScripts = (typescript: string): Readonly<Record<string, string>> => ({
  render: 'zx scripts/render.mjs',
  test: 'node --import fleetwright/typescript --test test/*.test.ts',
  typecheck: `npx --yes --package=typescript@${typescript} tsc`,
  verify: 'zx scripts/verify.mjs',
})

/** A folder may be called what no package can be. */
const packageName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '') || 'fleet'

const tsconfig = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: [],
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
  },
  include: ['generators', 'test'],
}

const fleetTest = `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkTree } from 'fleetwright/testing'

const { problems, differing } = await checkTree()

test('the fleet renders without a problem', () => {
  assert.deepEqual(problems, [])
})

test('the tree is what the fleet renders', () => {
  assert.deepEqual(differing, [], 'run npx zx scripts/render.mjs and commit what it changes')
})
`
