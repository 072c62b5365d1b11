/**
 * The known word that somebody most likely meant, or `undefined` when nothing is close.
 * Best first: the same word in other letter case, a longer word that begins with it (`storageClass` →
 * `storageClassName`), a word a few slips away, a shorter word that it begins with (`retentionTime` → `retention`).
 */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  let best: Candidate | undefined
  for (const candidate of known) {
    const likeness = likenessOf(word.toLowerCase(), candidate.toLowerCase())
    if (likeness === undefined) continue
    const challenger = { word: candidate, ...likeness }
    if (best === undefined || compare(challenger, best) < 0) best = challenger
  }
  return best?.word
}

interface Likeness {
  /** How the two words are alike: 0 is best. */
  readonly rank: number
  /** Slips between them, among candidates of one rank. */
  readonly distance: number
}

interface Candidate extends Likeness {
  readonly word: string
}

/** Ties go to the alphabet, so that the answer does not depend on the order of the known words. */
const compare = (a: Candidate, b: Candidate): number =>
  a.rank - b.rank || a.distance - b.distance || (a.word < b.word ? -1 : 1)

const likenessOf = (word: string, known: string): Likeness | undefined => {
  if (word === known) return { rank: 0, distance: 0 }
  const isBeginning = known.startsWith(word) || word.startsWith(known)
  // Every letter that one has more is a slip. Most words are told by that, and among thousands it takes long to count slips.
  if (!isBeginning && Math.abs(word.length - known.length) > slipsForgiven(word)) return undefined
  const distance = editDistance(word, known)
  if (word.length >= 3 && known.startsWith(word)) return { rank: 1, distance }
  if (distance <= slipsForgiven(word)) return { rank: 2, distance }
  if (known.length >= 3 && known.length * 2 >= word.length && word.startsWith(known)) return { rank: 3, distance }
  return undefined
}

/** One slip for every three letters, and never so many that another word comes out. */
const slipsForgiven = (word: string): number => Math.min(3, Math.floor(word.length / 3))

/** Letters to insert, drop, change or swap with their neighbour to get from one word to the other. */
const editDistance = (from: string, to: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const changed = last[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1)
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        changed,
        last[column]! + 1,
        current[column - 1]! + 1,
        swapped ? beforeLast[column - 2]! + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return last[to.length]!
}
