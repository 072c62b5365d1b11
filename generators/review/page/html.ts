/** A piece of HTML, where all that came from elsewhere is text. */
export interface Html {
  readonly html: string
}

type Part = Html | number | string | readonly Part[]

/** HTML with gaps. What is put there is text, unless it is HTML itself; of a list, each item in turn. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: texts.map((text, index) => text + (index < parts.length ? written(parts[index] ?? '') : '')).join(''),
})

/** HTML of ours that is no template: a style sheet, a script. */
export const verbatim = (text: string): Html => ({ html: text })

const written = (part: Part): string => {
  if (isList(part)) return part.map(written).join('')
  return typeof part === 'object' ? part.html : escaped(String(part))
}

// Array.isArray does not know lists that cannot be written to
const isList = (part: Part): part is readonly Part[] => Array.isArray(part)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => entities[one] ?? one)

/** JSON as it may stand in an element: nothing in it ends the element or opens a comment. */
export const embeddedJson = (value: unknown): Html => verbatim(JSON.stringify(value).replaceAll('<', '\\u003c'))
