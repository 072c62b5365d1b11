/** Sizes of letters in pixels. */
export const fontSizes = { title: 15, node: 13, detail: 10.5, label: 10.5 } as const
export type Font = keyof typeof fontSizes

export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * The room that a text takes. In a monospaced font every letter is as wide as the next, three fifths of its size in nearly all
 * of them: nobody has to measure, and names stay within their boxes whatever font a machine has.
 */
export const textSize = (text: string, font: Font): Size => ({
  width: Math.ceil([...text].length * fontSizes[font] * 0.61),
  height: Math.ceil(fontSizes[font] * 1.35),
})
