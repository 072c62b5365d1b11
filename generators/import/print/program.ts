import { namesIn, type Program } from './expression.ts'
import { printed } from './print.ts'
import { commentLines, textLiteral } from './text.ts'

/** The text of a module. What it uses and does not declare itself is imported from `from`. */
export const programText = ({ comments, declarations, exports }: Program, from: string): string => {
  const declared = new Set(declarations.map(({ name }) => name))
  const used = [exports, ...declarations.map(({ value }) => value)].flatMap(namesIn)
  const words = [...new Set(used)].filter((name) => !declared.has(name)).sort(byName)
  return [
    ...commentLines(comments, 0),
    importLine(words, from),
    '',
    ...declarations.flatMap(({ name, value, comments = [] }) => [
      ...commentLines(comments, 0),
      `const ${name} = ${printed(value, 0, `const ${name} = `.length)}`,
      '',
    ]),
    `export default ${printed(exports, 0, 'export default '.length)}`,
    '',
  ].join('\n')
}

const importLine = (words: readonly string[], from: string): string => {
  const flat = `import { ${words.join(', ')} } from ${textLiteral(from)}`
  return flat.length <= 120
    ? flat
    : `import {\n${words.map((word) => `  ${word},\n`).join('')}} from ${textLiteral(from)}`
}

const byName = (one: string, other: string): number => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)
