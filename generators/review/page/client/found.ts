import { element } from './element.ts'
import type { Group } from './review.ts'

/** How what was searched for is painted: `::highlight(found)` in the styles. */
const name = 'found'

/** Paints what was searched for wherever it can be read within an element. Nothing of the page itself is changed. */
export const paintFound = (place: Node, words: readonly string[]): void => {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete(name)
  if (words.length === 0) return
  const ranges: Range[] = []
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.nodeValue?.toLowerCase() ?? ''
    // a few letters take more room when they are small: columns would not be the same
    if (text.length !== node.nodeValue?.length) continue
    for (const word of words) {
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, at + word.length)
        ranges.push(range)
      }
    }
  }
  CSS.highlights.set(name, new Highlight(...ranges))
}

/** Tells of a change why it was found, where the line that stands for it does not show that by itself. */
export const tellFound = (summary: Element, group: Group, words: readonly string[]): void => {
  summary.querySelector('.found-in')?.remove()
  const shown = summary.textContent?.toLowerCase() ?? ''
  const within = words.flatMap((word) => (shown.includes(word) ? [] : (hidden(group, word) ?? [])))
  if (within.length === 0) return
  summary.append(element('span', { class: 'found-in' }, `Found in ${[...new Set(within)].join(', ')}`))
}

/** The first of what only an open change shows that has a word. */
const hidden = ({ differences, clusters, namespaces, causes, risks }: Group, word: string): string | undefined =>
  [
    ...differences.map(({ of }) => of),
    ...clusters,
    ...namespaces,
    ...causes.map(({ place, line = '' }) => `generators/fleet.ts:${line} ${place}`),
    ...risks.flatMap(({ name, what }) => [name, what]),
  ].find((text) => text.toLowerCase().includes(word))
