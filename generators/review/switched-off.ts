import type { Exception } from '../fleet/exceptions.ts'

/** The exceptions that held for a render, a line each. */
export const switchedOffLines = (exceptions: readonly Exception[]): string =>
  exceptions.map(({ rule, at, because }) => `switched off: ${rule} at ${at}: ${because}\n`).join('')

/** The same for machines. The fields are stable. */
export const switchedOffAsJson = (exceptions: readonly Exception[]): Exception[] =>
  exceptions.map(({ rule, at, because }) => ({ rule, at, because }))
