import { count } from '../count.ts'
import { type Clause, clausesOf } from './clause.ts'
import type { Touch } from './touch.ts'

/** What git shows of a subject everywhere. */
const columns = 72

/** The first line of a commit message: as much as fits, from all names down to how many files. */
export const subject = (touches: readonly Touch[], files: number): string => {
  const clauses = clausesOf(touches)
  const sentences = detail.map(({ names, layers }) =>
    capitalized(listed(clauses.map((one) => say(one, names, layers)))),
  )
  return (
    sentences.find((sentence) => sentence !== '' && sentence.length <= columns) ??
    `Render ${count(files, 'changed file')}`
  )
}

type Enumerate = (names: readonly string[], noun: string) => string

const counted: Enumerate = (names, noun) => count(names.length, noun)
const named: Enumerate = (names) => listed(names)

/** From much to little. */
const detail: readonly { readonly names: Enumerate; readonly layers: Enumerate }[] = [
  { names: named, layers: named },
  { names: counted, layers: named },
  { names: counted, layers: counted },
]

const prepositions = { add: 'to', change: 'in', remove: 'from' } as const

const say = ({ verb, noun, names, layers }: Clause, nameThem: Enumerate, nameLayers: Enumerate): string => {
  const what = nameThem(names, noun)
  const kind =
    nameThem === named && (noun === 'cluster' || noun === 'namespace') ? `${noun}${names.length === 1 ? '' : 's'} ` : ''
  const where = layers.length === 0 ? '' : ` ${prepositions[verb]} ${nameLayers(layers, 'layer')}`
  return `${verb} ${kind}${what}${where}`
}

/** `a`, `a and b`, `a, b and c`. */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const capitalized = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
