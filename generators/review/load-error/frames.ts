import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Position } from '../source/position.ts'
import type { LoadContext } from './load-context.ts'

/** A line of a stack: which file was being evaluated, and where. */
export interface Frame extends Position {
  /** Relative to the root of the repository, with forward slashes. */
  readonly file: string
}

/** The frames of a stack that lie in the repository itself, innermost first, without those of whoever loads the fleet. */
export const framesOf = (stack: string, { root }: LoadContext): Frame[] =>
  [...evaluation(stack).matchAll(/^\s+at (?:.+? \()?(?:async )?(.+?):(\d+):(\d+)\)?$/gm)]
    .map(([, mentioned, line, column]) => ({ path: pathOf(mentioned!), line: Number(line), column: Number(column) }))
    .filter(({ path }) => path.startsWith(`${root}${sep}`) && !path.includes(`${sep}node_modules${sep}`))
    .map(({ path, line, column }) => ({ file: path.slice(root.length + 1).replaceAll(sep, '/'), line, column }))

/** Modules are evaluated by Node's loader, so its frames part them from the code that asked for them. */
const evaluation = (stack: string): string => stack.split(/^.*\bnode:internal\/modules\//m)[0]!

const pathOf = (mentioned: string): string => (mentioned.startsWith('file:') ? fileURLToPath(mentioned) : mentioned)
