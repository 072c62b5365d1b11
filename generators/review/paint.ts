import { styleText } from 'node:util'

type Paint = (text: string) => string

/** Marks text for a terminal, or leaves it as it is. Whoever prints knows whether it is a terminal that reads. */
export const painter = (color: boolean): { readonly bold: Paint; readonly dim: Paint } => {
  const paint = (format: 'bold' | 'dim') => (text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text
  return { bold: paint('bold'), dim: paint('dim') }
}
