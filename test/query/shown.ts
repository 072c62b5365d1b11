import type { QueryReading, Selector } from '../../generators/query/reading.ts'

/** A selector as people would write it. */
export const shown = ({ metrics, matchers }: Selector): string =>
  `${metrics.join('|')}{${matchers.map(({ label, op, value }) => `${label}${op}${value ?? '…'}`).join(',')}}`

/** Uses of labels: `by pod < up{}` says that `pod` must come from `up`. */
export const uses = ({ labelUses }: QueryReading): readonly string[] =>
  labelUses.map(({ clause, label, selectors }) => `${clause} ${label} < ${selectors.map(shown).join(' ') || 'nothing'}`)

/** Errors with the text that they point at. */
export const errors = (text: string, { errors }: QueryReading): readonly string[] =>
  errors.map(({ from, to, message }) => `${from} '${text.slice(from, to)}' ${message}`)
