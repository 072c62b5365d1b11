import { inspect } from 'node:util'
import type { Message } from 'esbuild'

/** Whatever was thrown, as data: anything can be thrown, and an error of another realm is no `instanceof Error`. */
export interface Failure {
  /** `TypeError: x is not a function`, or what was thrown when it is no error. */
  readonly summary: string
  readonly name: string
  readonly message: string
  readonly stack: string
  /** What esbuild says when it cannot compile. Empty for any other error. */
  readonly errors: readonly Message[]
}

export const failureOf = (thrown: unknown): Failure => {
  const { name, message, stack, errors } = (thrown ?? {}) as Readonly<Record<string, unknown>>
  if (typeof message !== 'string') return { summary: shown(thrown), name: '', message: '', stack: '', errors: [] }
  return {
    summary: `${text(name) || 'Error'}: ${message}`,
    name: text(name),
    message,
    stack: text(stack),
    errors: Array.isArray(errors) ? errors.filter((error): error is Message => typeof error?.text === 'string') : [],
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const shown = (value: unknown): string => inspect(value, { breakLength: Number.POSITIVE_INFINITY, depth: 1 })
