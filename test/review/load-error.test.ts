import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, test } from 'vitest'
import { loadProblems } from '../../generators/review/load-error.ts'
import { marked } from './marked.ts'

const file = 'generators/fleet.ts'

/** Bundles and imports the fleet as the render command does, in a process of its own, and prints what that throws. */
const load = `
  import { build } from 'esbuild'
  process.setSourceMapsEnabled(true)
  const [root, file] = process.argv.slice(1)
  try {
    const outfile = root + '/node_modules/.cache/fleet.mjs'
    const settings = { format: 'esm', platform: 'node', packages: 'external', sourcemap: 'inline', logLevel: 'silent' }
    await build({ ...settings, absWorkingDir: root, entryPoints: [file], outfile, bundle: true })
    await import(outfile)
  } catch (thrown) {
    const { name, message, stack, errors } = Object(thrown)
    console.log(JSON.stringify(message === undefined ? thrown : { name, message, stack, errors }))
  }`

/** What a person is told about a fleet, and files beside it, that do not load. `▸` marks where the problem must stand. */
const told = async (text: string, beside: Readonly<Record<string, string>> = {}) => {
  const { source, position } = text.includes('▸') ? marked(text) : { source: text, position: undefined }
  const root = await realpath(await mkdtemp(join(tmpdir(), 'fleet wright ü-')))
  for (const [path, content] of Object.entries({ [file]: source, ...beside })) {
    await mkdir(join(root, dirname(path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  const { stdout } = await execa(process.execPath, ['--input-type=module', '--eval', load, root, file])
  await rm(root, { recursive: true })
  const [problem, ...more] = loadProblems(JSON.parse(stdout), { root, file, source, files: Object.keys(beside) })
  expect(more).toEqual([])
  if (position !== undefined) expect({ file, ...problem }).toMatchObject({ file, position })
  return problem
}

describe('a syntax error', () => {
  test('stands where the compiler saw it', async () => {
    expect(await told('export default {\n  base: []\n  ▸clusters: {},\n}')).toMatchObject({
      rule: 'fleet-syntax',
      reason: 'the file is not valid TypeScript: Expected "}" but found "clusters"',
    })
  })

  test('has its column in UTF-16 units, although the compiler counts bytes', async () => {
    await told("export default { note: 'é ☃ 🚀' ▸base: [] }")
  })

  test('in a file that the fleet imports stands in that file', async () => {
    expect(
      await told("import './homelab.ts'", { 'generators/homelab.ts': 'export const a = {\n  b: 1\n  c: 2\n}' }),
    ).toMatchObject({
      rule: 'fleet-syntax',
      file: 'generators/homelab.ts',
      position: { line: 3, column: 3 },
    })
  })
})

describe('an import', () => {
  test('of a file that is not there names the nearest one that is', async () => {
    const beside = { 'generators/clusters/homelab.ts': '', 'generators/clusters/edge.ts': '' }
    expect(
      await told("// é\nimport { homelab } from ▸'./clusters/homelap.ts'\nexport default homelab", beside),
    ).toMatchObject({
      rule: 'fleet-import',
      reason: 'there is no generators/clusters/homelap.ts',
      fix: "import './clusters/homelab.ts'",
    })
  })

  test('of a file that nothing is like can only be corrected', async () => {
    expect(await told("import ▸'../secrets.ts'")).toMatchObject({
      reason: 'there is no secrets.ts',
      fix: 'correct the path, or write secrets.ts',
    })
  })

  test('that is missing in a file that the fleet imports stands in that file', async () => {
    const beside = {
      'generators/homelab.ts': "import { edge } from '../edge.ts'\nexport const a = edge",
      'generators/edge.ts': '',
    }
    expect(await told("import './homelab.ts'", beside)).toMatchObject({
      file: 'generators/homelab.ts',
      position: { line: 1, column: 22 },
      reason: 'there is no edge.ts',
      fix: 'correct the path, or write edge.ts',
    })
  })

  test('of a name that a module does not export stands at the name, with the nearest that it does', async () => {
    const beside = { 'generators/catalogue.ts': 'export const loki = 1' }
    expect(
      await told("import {\n  /* ☃ */ ▸lok as logs,\n} from './catalogue.ts'\nexport default logs", beside),
    ).toMatchObject({
      rule: 'fleet-import',
      reason: 'generators/catalogue.ts exports no lok',
      fix: 'import loki',
    })
    expect(await told("import ▸loki from './catalogue.ts'\nexport default loki", beside)).toMatchObject({
      reason: 'generators/catalogue.ts exports nothing by default',
      fix: 'import what generators/catalogue.ts exports',
    })
  })

  test('of a package that is not installed stands where the fleet imports it', async () => {
    expect(await told("import yaml from ▸'no-such-package/parse'\nexport default yaml")).toMatchObject({
      rule: 'fleet-import',
      reason: 'the package no-such-package is not installed',
      fix: 'correct its name, or npm install no-such-package',
    })
  })

  test('of a package by a file that the fleet imports stands nowhere better', async () => {
    const beside = { 'generators/edge.ts': "import 'no-such-package'" }
    expect(await told("import './edge.ts'", beside)).toMatchObject({ place: [], position: undefined })
  })
})

describe('an error while the fleet is evaluated', () => {
  test('stands where it is thrown in the fleet', async () => {
    expect(await told('const options: any = {}\nexport default {\n  size: options.loki.▸size,\n}')).toMatchObject({
      rule: 'fleet-evaluation',
      reason: "the fleet cannot be evaluated: TypeError: Cannot read properties of undefined (reading 'size')",
      fix: 'correct what is evaluated here; npm run typecheck may say more',
    })
  })

  test('stands where the fleet calls what throws, and says where that is', async () => {
    const beside = { 'generators/loki.ts': "export const loki = () => {\n  throw new Error('no size')\n}" }
    expect(
      await told("import { loki } from './loki.ts'\nexport default {\n  base: [▸loki()],\n}", beside),
    ).toMatchObject({
      reason: 'the fleet cannot be evaluated: Error: no size, thrown at generators/loki.ts:2:9',
    })
  })

  test('stands in the file that throws, when that is evaluated before the fleet', async () => {
    expect(
      await told("import './loki.ts'", { 'generators/loki.ts': '\nexport const a = (null as any).b' }),
    ).toMatchObject({
      file: 'generators/loki.ts',
      position: { line: 2, column: 32 },
    })
  })

  test('of a name that nothing defines stands at the name, with the nearest that is known', async () => {
    const beside = { 'generators/catalogue.ts': 'export const loki = () => 1, kubePrometheusStack = () => 1' }
    const fleet = `import { kubePrometheusStack, loki } from './catalogue.ts'
export default {
  lok: kubePrometheusStack,
  base: [
    loki(), // lok()
    ▸lok(),
  ],
}`
    expect(await told(fleet, beside)).toMatchObject({
      rule: 'fleet-evaluation',
      reason: 'lok is not defined',
      fix: 'write loki, or import or define lok',
    })
    expect(await told('export default ▸tempo()')).toMatchObject({ fix: 'import or define tempo' })
  })

  test('of a name that another file uses stands there', async () => {
    expect(await told("import './edge.ts'", { 'generators/edge.ts': '\nexport const edge = tempo()' })).toMatchObject({
      file: 'generators/edge.ts',
      position: { line: 2, column: 21 },
      reason: 'the fleet cannot be evaluated: ReferenceError: tempo is not defined',
    })
  })

  test('is no error at all when anything else is thrown', async () => {
    expect(await told("throw 'no fleet today'")).toMatchObject({
      rule: 'fleet-evaluation',
      place: [],
      reason: "the fleet cannot be evaluated: 'no fleet today'",
    })
  })

  test('is not blamed on lines of the message that look like a stack', async () => {
    await told("export default ((): never => { throw ▸new Error('x\\n    at y (z:1:1)') })()")
  })

  test('is not blamed on whoever loads the fleet', () => {
    const stack = `Error: no\n    at load (node:internal/modules/esm/load:1:1)\n    at async main (/repo/scripts/render.mjs:4:9)`
    const [problem] = loadProblems({ name: 'Error', message: 'no', stack }, { root: '/repo', file, source: '' })
    expect(problem).not.toHaveProperty('position')
  })
})

test('everything that does not compile is a problem of its own', () => {
  const error = (text: string, line: number) => ({
    text,
    location: { file, line, column: 0, lineText: '', suggestion: '' },
  })
  const thrown = {
    message: 'Build failed with 2 errors',
    errors: [error('Unexpected "}"', 2), error('Unexpected "]"', 9)],
  }
  expect(loadProblems(thrown, { root: '/repo', file, source: '' })).toMatchObject([
    { position: { line: 2, column: 1 }, reason: 'the file is not valid TypeScript: Unexpected "}"' },
    { position: { line: 9, column: 1 }, reason: 'the file is not valid TypeScript: Unexpected "]"' },
  ])
})

test.each([
  ['itself', { text: `The entry point "${file}" cannot be marked as external`, location: null }],
  [
    'by a module of ours',
    {
      text: 'Could not resolve "./fleet.ts"',
      location: { file: 'generators/main.ts', line: 1, column: 0, lineText: '', suggestion: '' },
    },
  ],
])('a fleet that is not there, loaded %s, is what is missing', (_, error) => {
  expect(loadProblems({ message: 'Build failed', errors: [error] }, { root: '/repo', file, source: '' })).toEqual([
    {
      rule: 'fleet-import',
      place: [],
      file,
      position: { line: 1, column: 1 },
      reason: 'there is no generators/fleet.ts',
      fix: 'write one, as the README shows',
    },
  ])
})

test.each([[undefined], [null], [7], [{ code: 'EACCES' }], [Object.create(null)]])(
  '%o thrown is a problem too',
  (thrown) => {
    const [problem] = loadProblems(thrown, { root: '/repo', file, source: '' })
    expect(problem?.reason).toMatch(/^the fleet cannot be evaluated: \S/)
  },
)
