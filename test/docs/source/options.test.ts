import { expect, test } from 'vitest'
import { membersOf } from '../../../generators/docs/source/members.ts'
import { openModules } from '../../../generators/docs/source/modules.ts'
import { optionsOf } from '../../../generators/docs/source/options.ts'
import { wordsOf } from '../../../generators/docs/source/words.ts'

/** The options of the only word that these modules hand on, as rows: name, type, default or whether it is required. */
const rows = (sources: Readonly<Record<string, string>>, closed: readonly string[] = []) => {
  const modules = openModules((path) => sources[path])
  const [word] = wordsOf(modules.at('words.ts')!, modules)
  return word!.parameters!.flatMap(({ members }) =>
    optionsOf(members, modules, (name) => closed.includes(name)).map(({ name, type, isRequired, byDefault }) => [
      name,
      type,
      isRequired ? 'required' : byDefault,
    ]),
  )
}

const words = "export { store } from './store.ts'\n"
const store = (options: string) => ({
  'words.ts': words,
  'store.ts': `import { helmComponent } from './define.ts'
import type { Size } from './size.ts'
${options}
export const store = helmComponent<StoreOptions>({ name: 'store' })
`,
  'size.ts': `/** Bytes. */
export type Size = \`\${number}Gi\`
export interface Volume {
  /** How large. Default \`10Gi\`. */
  readonly size?: Size
}
`,
})

test('an option has its name, its type, and its default or that it must be said', () => {
  expect(
    rows(
      store("interface StoreOptions {\n  /** Default `1Gi`. */\n  readonly size?: Size\n  readonly kind: 'a' | 'b'\n}"),
    ),
  ).toEqual([
    ['size', 'Size', '`1Gi`'],
    ['kind', "'a' | 'b'", 'required'],
  ])
})

test('maps within it follow it, be they named, written out, in a list or under names of one’s own', () => {
  const options = `import type { Volume } from './size.ts'
interface StoreOptions {
  readonly volume?: Volume
  readonly login?: { readonly user: string }
  readonly disks?: readonly Volume[]
  readonly pools?: Readonly<Record<string, Volume>>
}`
  expect(rows(store(options)).map(([name, type]) => [name, type])).toEqual([
    ['volume', 'map'],
    ['volume.size', 'Size'],
    ['login', 'map'],
    ['login.user', 'string'],
    ['disks', 'list of maps'],
    ['disks[].size', 'Size'],
    ['pools', 'map of maps'],
    ['pools.NAME.size', 'Size'],
  ])
})

test('a type that is explained elsewhere stays closed', () => {
  const options = "import type { Volume } from './size.ts'\ninterface StoreOptions { readonly volume?: Volume }"
  expect(rows(store(options), ['Volume'])).toEqual([['volume', 'Volume', undefined]])
})

test('what an interface extends comes behind its own, and what it says anew is its own', () => {
  const options = `interface Common { readonly name?: string; readonly size?: string }
interface StoreOptions extends Common { readonly kind?: string; readonly size?: Size }`
  expect(rows(store(options)).map(([name, type]) => [name, type])).toEqual([
    ['kind', 'string'],
    ['size', 'Size'],
    ['name', 'string'],
  ])
})

test('short choices and the keys of a map are written out, and a type parameter is what it usually is', () => {
  const options = `const kinds = { small: 1, large: 2 }
type Level = 'info' | 'error'
interface StoreOptions<E extends string = string> {
  readonly kind?: keyof typeof kinds
  readonly level?: Level
  readonly names?: readonly E[]
}`
  expect(rows(store(options)).map(([name, type]) => [name, type])).toEqual([
    ['kind', "'small' | 'large'"],
    ['level', "'info' | 'error'"],
    ['names', 'string[]'],
  ])
})

test('of a function, the annotated parameters count, and members that are left out do not', () => {
  const sources = {
    'words.ts': "export { to } from './to.ts'\n",
    'to.ts': `interface Destination { readonly kind: string; readonly endpoint: string }
export const to = (settings: Omit<Destination, 'kind'>): Destination => ({ kind: 'to', ...settings })
`,
  }
  expect(rows(sources)).toEqual([['endpoint', 'string', 'required']])
  const modules = openModules((path) => (sources as Readonly<Record<string, string>>)[path])
  expect(wordsOf(modules.at('words.ts')!, modules)[0]?.makes).toBe('Destination')
})

test('a type that is no map has no members', () => {
  const modules = openModules(() => 'export type Size = string\n')
  const module = modules.at('size.ts')!
  const [statement] = module.program.body
  const type = statement?.type === 'ExportNamedDeclaration' && statement.declaration
  expect(
    type && type.type === 'TSTypeAliasDeclaration' && membersOf({ type: type.typeAnnotation, module }, modules),
  ).toEqual([])
})
