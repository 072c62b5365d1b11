import { type PatternNode, readPattern } from './pattern-syntax.ts'

/**
 * What is wrong with a regular expression: that Go does not know a part of it, or that an engine which tries one way
 * after the other may need time without bounds. Go's does not, but the same patterns run elsewhere too: in tests, in
 * whatever reads them next. Undefined when nothing is wrong.
 */
export const wrongWith = (pattern: string): string | undefined => {
  const read = readPattern(pattern)
  if ('part' in read) return `it has ${read.what}, which Go's regular expressions do not know: ${read.part}`
  return explosion(read)
}

const explosion = (node: PatternNode): string | undefined => {
  if (node.kind === 'character' || node.kind === 'edge') return undefined
  if (node.kind !== 'repeat') return node.of.map(explosion).find((found) => found !== undefined)
  if (node.most > many && repeatsWithin(node.of))
    return 'it repeats what is repeated within, which can take exponential time'
  if (node.most > many && overlaps(node.of)) {
    return 'it repeats alternatives that begin alike, which can take exponential time'
  }
  return explosion(node.of)
}

/** So many ways to share out a text double with every letter: few stay few. */
const many = 8

const repeatsWithin = (node: PatternNode): boolean => {
  if (node.kind === 'character' || node.kind === 'edge') return false
  if (node.kind === 'repeat') return (node.most > many && node.most !== node.least) || repeatsWithin(node.of)
  return node.of.some(repeatsWithin)
}

const overlaps = (node: PatternNode): boolean => {
  if (node.kind === 'character' || node.kind === 'edge') return false
  if (node.kind === 'repeat') return overlaps(node.of)
  if (node.kind === 'sequence') return node.of.some(overlaps)
  return node.of.some((one, index) => node.of.slice(index + 1).some((other) => meet(firsts(one), firsts(other))))
}

/** What a part may begin with, as it is written. An empty text stands for nothing at all. */
const firsts = (node: PatternNode): readonly string[] => {
  if (node.kind === 'character') return [node.text]
  if (node.kind === 'edge') return ['']
  if (node.kind === 'alternatives') return node.of.flatMap(firsts)
  if (node.kind === 'repeat') return node.least === 0 ? [...firsts(node.of), ''] : firsts(node.of)
  const found: string[] = []
  for (const part of node.of) {
    const begins = firsts(part)
    found.push(...begins.filter((text) => text !== ''))
    if (!begins.includes('')) return found
  }
  return [...found, '']
}

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => letters.some((letter) => matches(one, letter) && matches(other, letter))))

const letters = [...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)), 'é', '字']

const matches = (text: string, letter: string): boolean =>
  text === '' || new RegExp(`^(?:${text.replaceAll(/\\[pP](?:\{\w+\}|\w)|\[:\w+:\]/g, '\\w')})$`, 's').test(letter)
