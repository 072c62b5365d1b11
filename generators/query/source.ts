import type { Selector } from './reading.ts'

/** One origin of labels in a result. The labels of a result are those of all its sources together. */
export interface Source {
  /** Whose series come through. Undefined: whatever comes through was made by the query itself, and is there. */
  readonly selector: Selector | undefined
  /** The only labels that come through. Default: all but those dropped. */
  readonly kept?: ReadonlySet<string>
  readonly dropped?: ReadonlySet<string>
}

/** Where a query makes one series of those that differ in a label alone, or takes them for one another. */
export interface Merge {
  readonly inside: readonly Source[]
  /** What is left of the labels inside. */
  readonly left: readonly Source[]
}

/** Labels that nobody can foretell. */
export const anything: Source = { selector: undefined }

/** Labels that the query makes. */
export const made = (...labels: readonly string[]): Source => ({ selector: undefined, kept: new Set(labels) })

/** What is left after `by (…)`. */
export const keep = (sources: readonly Source[], labels: readonly string[]): readonly Source[] =>
  sources.flatMap((source) => {
    const kept = labels.filter((label) => brings(source, label))
    return kept.length === 0 ? [] : [{ selector: source.selector, kept: new Set(kept) }]
  })

/** What is left after `without (…)`. */
export const drop = (sources: readonly Source[], labels: readonly string[]): readonly Source[] =>
  sources.map(({ selector, kept, dropped }) =>
    kept === undefined
      ? { selector, dropped: new Set([...(dropped ?? []), ...labels]) }
      : { selector, kept: new Set([...kept].filter((label) => !labels.includes(label))) },
  )

/** Whether a label would come through, if it is there at all. */
const brings = ({ kept, dropped }: Source, label: string): boolean =>
  kept === undefined ? dropped?.has(label) !== true : kept.has(label)

/**
 * The selectors that a label of a result must come from: `[]` when it can come from nowhere, undefined when it is there
 * whatever they bring.
 */
export const mustCome = (sources: readonly Source[], label: string): readonly Selector[] | undefined => {
  const selectors: Selector[] = []
  for (const source of sources) {
    if (!brings(source, label)) continue
    if (source.selector === undefined) return undefined
    selectors.push(source.selector)
  }
  return selectors
}

/** The selectors whose series a merge does not tell apart by a label that they may have. */
export const mergedOver = ({ inside, left }: Merge, label: string): readonly Selector[] =>
  inside.flatMap((source) => {
    const { selector } = source
    const isKept = left.some((one) => one.selector === selector && brings(one, label))
    return selector === undefined || isKept || !brings(source, label) ? [] : [selector]
  })

/** The labels of a result, given those of each selector; undefined where they are not all known. */
export const labelsOf = (
  sources: readonly Source[],
  ofSelector: (selector: Selector) => ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined => {
  const labels = new Set<string>()
  for (const source of sources) {
    const known = source.selector === undefined ? undefined : ofSelector(source.selector)
    const candidates = known ?? source.kept
    if (candidates === undefined) return undefined
    for (const label of candidates) if (brings(source, label)) labels.add(label)
  }
  return labels
}
