/** What a comment says of an option, its default apart. */
export interface Explained {
  /** What it does, in sentences. Empty where the comment says the default alone. */
  readonly effect: string
  /** What holds where it is not given: `10d` in code marks, or words. Undefined where the comment does not say. */
  readonly byDefault?: string
}

/** Takes the default out of a comment: `How long traces are kept. Default \`24h\`. More takes more disk.` */
export const explained = (doc: string): Explained => {
  const sentences = sentencesOf(doc)
  const said = sentences.filter((sentence) => sentence.startsWith('Default'))
  const effect = sentences.filter((sentence) => !said.includes(sentence)).join(' ')
  if (said.length === 0) return { effect }
  return {
    effect,
    byDefault: said.map((sentence) => sentence.replace(/^Default:? /, '').replace(/\.$/, '')).join('; '),
  }
}

/** Where a full stop ends a sentence, and is part of no code. */
const sentencesOf = (text: string): readonly string[] => {
  const ends = [...text.matchAll(/`[^`]*`|([.!?:]\)?)(?=\s+[A-Z`]|\s*$)/g)]
    .filter(([whole, end]) => end !== undefined && !whole.startsWith(':'))
    .map(({ index, 0: whole }) => index + whole.length)
  return [0, ...ends]
    .map((from, index, all) => text.slice(from, all[index + 1] ?? text.length).trim())
    .filter((sentence) => sentence !== '')
}
