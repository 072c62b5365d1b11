import type { Tree } from '@lezer/common'
import { nearest } from '../nearest.ts'
import type { QueryError, Span } from './reading.ts'
import { type Quoting, scan } from './scan.ts'

export interface Grammar extends Quoting {
  /** Names of functions, to guess from. */
  readonly functions: readonly string[]
  /** Where it is called a function: `PromQL`. */
  readonly name: string
}

/**
 * The first thing that keeps a text from being a query, in words. A parser goes on after an error by guessing, so that
 * what it finds behind the first one is no news.
 */
export const syntaxError = (text: string, tree: Tree, grammar: Grammar): QueryError | undefined => {
  const { strings, brackets } = scan(text, grammar)
  const error = firstError(tree)
  if (strings[0] !== undefined) return strings[0]
  if (error === undefined) return undefined
  if (text.trim() === '') return { from: 0, to: 0, message: 'is empty' }
  const [bracket] = brackets
  const isAtEnd = text.slice(error.from).trim() === ''
  if (bracket !== undefined && (isAtEnd || bracket.from <= error.from)) return bracket
  return isAtEnd ? { ...error, message: 'ends too early' } : unexpected(text, error, grammar)
}

const firstError = (tree: Tree): Span | undefined => {
  let first: Span | undefined
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (type.isError && (first === undefined || from < first.from)) first = { from, to }
      return first === undefined
    },
  })
  return first
}

const unexpected = (text: string, { from }: Span, { functions, name }: Grammar): QueryError => {
  const called = /[A-Za-z_]\w*(?=\s*$)/.exec(text.slice(0, from))?.[0]
  if (called !== undefined && /^\s*\(/.test(text.slice(from))) {
    const start = text.lastIndexOf(called, from)
    const guess = nearest(called, functions)
    const hint = guess === undefined || guess === called ? '' : `, but ${guess}()`
    const message = functions.includes(called)
      ? `has ${called}( where it is not expected`
      : `calls ${called}(), which ${name} does not know${hint}`
    return { from: start, to: start + called.length, message }
  }
  const [word = ''] = /^(?:[\w.:$]+|\s*\S)/.exec(text.slice(from)) ?? []
  return { from, to: from + word.length, message: `has ${word.trim()} where it is not expected` }
}

/** A place in a query as people count: from one, with the line where there are several. */
export const positionName = (text: string, offset: number): string => {
  const before = text.slice(0, offset).split('\n')
  const character = `character ${before.at(-1)!.length + 1}`
  return text.trimEnd().includes('\n') ? `line ${before.length}, ${character}` : character
}
