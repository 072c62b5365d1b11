/** A text with gaps: filled with what stands in each, it is whole. */
export type Gapped<Gap extends string> = (filling: Readonly<Record<Gap, string>>) => string

/**
 * Fills a template with everything but some gaps, which may stand in it more than once, so that filling those costs no
 * more than putting texts together. A gap must not decide over a block of the template.
 */
export const withGaps = <Gap extends string>(
  template: (data: Readonly<Record<string, unknown>>) => string,
  data: object,
  gaps: readonly Gap[],
): Gapped<Gap> => {
  const marks = gaps.map((gap) => `${edge}${gap}${edge}`)
  const marked = template({ ...data, ...Object.fromEntries(gaps.map((gap, index) => [gap, marks[index]])) })
  // Every second part is a gap: their edges are nowhere else.
  const parts = marked.split(edge)
  return (filling) => {
    let text = parts[0] ?? ''
    for (let index = 1; index < parts.length; index += 2) text += filling[parts[index] as Gap] + parts[index + 1]
    return text
  }
}

/** No text that people read has this character. */
const edge = '\0'
