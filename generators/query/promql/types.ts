import type { Span, ValueType } from '../reading.ts'
import { type Result, report, type Walk } from '../walk.ts'

const words: Readonly<Record<ValueType, string>> = {
  any: 'anything',
  logs: 'log lines',
  range: 'a range: up[5m]',
  scalar: 'a number',
  string: 'a string',
  vector: 'series of an instant',
}
const short: Readonly<Record<ValueType, string>> = { ...words, range: 'a range' }

/** Checks the type of an argument. */
export const expect = (type: ValueType, at: Span, { type: given }: Result, name: string, walk: Walk): void => {
  if (given === type || given === 'any' || type === 'any') return
  report(at, `gives ${name}() ${short[given]} where it takes ${words[type]}`, walk)
}
