import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openModules } from '../../../generators/docs/source/modules.ts'
import { optionsOf } from '../../../generators/docs/source/options.ts'
import { wordsOf } from '../../../generators/docs/source/words.ts'
import { isDefinition } from '../../../generators/fleet/component.ts'
import * as library from '../../../generators/fleetwright.ts'

const modules = openModules((path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined))

/** What a component does when nothing is said, at a place such as `grafana.admin`. */
const valueAt = (defaults: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], defaults)

/** A default as a comment writes it: a Secret by its word, a list as it is written, a map by its names. */
const shown = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((one) => `'${one}'`).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return 'secret' in value ? `secret('${value.secret}')` : Object.keys(value).join(', ')
}

const words: Readonly<Record<string, unknown>> = library

const components = wordsOf(modules.at('generators/fleetwright.ts')!, modules).flatMap(({ name, parameters = [] }) => {
  const { definition } = (words[name] ?? {}) as { readonly definition?: unknown }
  return isDefinition(definition) ? [[name, parameters, definition] as const] : []
})

test.each(components)('what %s says to be a default is what holds', (_, parameters, { defaults }) => {
  const said = parameters
    .flatMap(({ members }) => optionsOf(members, modules, (type) => type === 'SecretReference'))
    .flatMap(({ name, byDefault = '' }) => {
      const [, value] = /^`([^`]+)`(?=$|[,;:])/.exec(byDefault) ?? []
      return value === undefined || valueAt(defaults, name) === undefined ? [] : [[name, value]]
    })
  expect(said.map(([name = '']) => [name, shown(valueAt(defaults, name))])).toEqual(said)
})

test('there is something to compare', () => {
  expect(components.length).toBeGreaterThan(25)
})
