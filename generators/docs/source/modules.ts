import { posix } from 'node:path'
import { type Program, parseTypeScript } from '../../review/source/syntax.ts'
import type { AnyNode } from './syntax.ts'

/** A module of TypeScript, by its path from the root of the repository. */
export interface Module {
  readonly path: string
  readonly text: string
  readonly program: Program
}

/** Reads modules, each once. Undefined for what is no module of ours: a package, a file of data. */
export interface Modules {
  readonly at: (path: string) => Module | undefined
  /** What a module imports from there. */
  readonly from: (module: Module, source: string) => Module | undefined
}

export const openModules = (read: (path: string) => string | undefined): Modules => {
  const known = new Map<string, Module | undefined>()
  const at = (path: string): Module | undefined => {
    if (!known.has(path)) known.set(path, moduleOf(path, read(path)))
    return known.get(path)
  }
  const from = ({ path }: Module, source: string): Module | undefined =>
    source.startsWith('.') && source.endsWith('.ts') ? at(posix.join(posix.dirname(path), source)) : undefined
  return { at, from }
}

const moduleOf = (path: string, text: string | undefined): Module | undefined => {
  const program = text === undefined ? undefined : parseTypeScript(text)
  return text === undefined || program === undefined ? undefined : { path, text, program }
}

/** A part of a module as it is written. */
export const textOf = ({ text }: Module, { start, end }: AnyNode): string => text.slice(start!, end!)
