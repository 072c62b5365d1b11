import { type OutlineKey, outlineOf, pathOf } from './outline.ts'

/** What a values file says about its values in the comments right above them, by path with dots. */
export const remarksIn = (text: string): ReadonlyMap<string, string> => {
  const lines = text.split('\n')
  return new Map(
    outlineOf(text).keys.flatMap((key) => {
      const remark = remarkAbove(key, lines)
      return remark === '' ? [] : [[pathOf(key).join('.'), remark] as const]
    }),
  )
}

const remarkAbove = ({ line, column }: OutlineKey, lines: readonly string[]): string => {
  const block: string[] = []
  for (let at = line - 1; at >= 0; at -= 1) {
    const [, indent = '', text] = /^( *)#+(.*)$/.exec(lines[at]!) ?? []
    if (text === undefined || indent.length !== column) break
    block.unshift(text.trim())
  }
  return sentence(block)
}

/** The words of a block of comments, without what is written there for tools, and without values that are an example. */
const sentence = (block: readonly string[]): string => {
  const words: string[] = []
  let insideSchema = false
  for (const line of block) {
    if (/^@schema\b/.test(line)) insideSchema = !insideSchema
    // helm-docs takes what follows `--` for the description, and leaves what is above.
    else if (line.startsWith('-- ')) words.splice(0, words.length, line.slice(3).replace(/^\([\w/[\]]+\) */, ''))
    else if (insideSchema || /^(@|$)/.test(line) || /^[-=#*\s]+$/.test(line)) words.push(...parameter(line))
    else if (/^(- |[\w."/-]+:( |$))/.test(line) && !/^(note|ref|see|example):/i.test(line)) break
    else words.push(line)
  }
  return shortened(words.join(' ').replaceAll(/\s+/g, ' ').trim())
}

/** `@param image.tag Tag of the image`, as Bitnami writes them. */
const parameter = (line: string): readonly string[] => {
  const [, words = ''] = /^@param +\S+ +(?:\[[^\]]*\] *)?(.+)$/.exec(line) ?? []
  return words === '' ? [] : [words]
}

/** Some files hold a page of documentation for each value. */
const longest = 300
const shortened = (text: string): string => {
  if (text.length <= longest) return text
  const end = text.lastIndexOf('. ', longest)
  return end > 0 ? text.slice(0, end + 1) : `${text.slice(0, text.lastIndexOf(' ', longest))} …`
}
