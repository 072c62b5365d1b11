import { count } from '../review/count.ts'
import { painter } from '../review/paint.ts'

/** How many there are, by what they are. */
export type Tally = Readonly<Record<string, number>>

/** What a program was asked to check beyond kustomize and the schemas. */
export interface Proof {
  /** `promtool` */
  readonly by: string
  readonly checked: Tally
  /** What could not be, why, and what to do so that it can. */
  readonly notChecked?: { readonly what: Tally; readonly because: string; readonly fix: string }
}

export const tally = (nouns: readonly string[]): Tally => {
  const counts: Record<string, number> = {}
  for (const noun of nouns) counts[noun] = (counts[noun] ?? 0) + 1
  return counts
}

/** A line for what was checked, and one for what was not, which a terminal marks. */
export const proofLines = (proofs: readonly Proof[], color = false): string =>
  proofs
    .flatMap(({ by, checked, notChecked }) => [
      ...(Object.keys(checked).length === 0 ? [] : [`${by}: ${counted(checked)} checked.\n`]),
      ...(notChecked === undefined
        ? []
        : [
            `${painter(color).yellow(`${by}: ${notChecked.because}, ${counted(notChecked.what)} not checked; ${notChecked.fix}.`)}\n`,
          ]),
    ])
    .join('')

const counted = (what: Tally): string =>
  Object.entries(what)
    .map(([noun, number]) => count(number, noun))
    .join(' and ')
