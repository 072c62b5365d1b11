import { styleText } from 'node:util'

const styles = ['bold', 'dim', 'green', 'yellow', 'red'] as const

type Style = (typeof styles)[number]
type Paint = (text: string) => string

/** Marks text for a terminal, or leaves it as it is. Whoever prints knows whether it is a terminal that reads. */
export const painter = (color: boolean): Readonly<Record<Style, Paint>> => {
  const paint =
    (style: Style): Paint =>
    (text) =>
      color ? styleText(style, text, { validateStream: false }) : text
  return Object.fromEntries(styles.map((style) => [style, paint(style)])) as Record<Style, Paint>
}

/** Lines that begin with what happened to something: the word is green where it is good or new, red where it is not. */
export const paintOutcomes = (text: string, color: boolean): string => {
  const { green, yellow, red } = painter(color)
  return text
    .replaceAll(/^(new|ok|ready)(?= )/gm, green)
    .replaceAll(/^changed(?= )/gm, yellow)
    .replaceAll(/^(FAIL|failing|pruned)(?= )/gm, red)
}

/** A difference, line by line. */
export const paintDifference = (text: string, color: boolean): string => {
  const { green, red } = painter(color)
  return text.replaceAll(/^\+.*/gm, green).replaceAll(/^-.*/gm, red)
}
