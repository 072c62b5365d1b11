const numbers = new Intl.NumberFormat('en')

/** A number as people read it: `12,000`. */
export const written = (number: number): string => numbers.format(number)

/** A number with its noun: `1 file`, `12,000 files`. */
export const counted = (number: number, noun: string): string => `${written(number)} ${noun}${number === 1 ? '' : 's'}`
