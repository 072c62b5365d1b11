/** What the templates of a chart do with its values: paths with dots. */
export interface TemplateReads {
  readonly read: readonly string[]
  /** Maps that they hand on whole, or walk through: which keys stand there is the user's choice. */
  readonly handedOn: readonly string[]
}

const path = String.raw`\$?\.Values((?:\.[A-Za-z_]\w*)+)`
const reading = new RegExp(path, 'g')
/** `index .Values "a-key" "b"`, for keys that are no words. */
const indexing = /\bindex\s+\$?\.Values((?:\.\w+)*)((?:\s+"[^".\s]+")+)/g
const handing = [
  new RegExp(String.raw`\bto(?:Yaml|Json|PrettyJson|Toml)\s+\(?\s*${path}`, 'g'),
  new RegExp(String.raw`${path}\s*\|\s*(?:default\s+\S+\s*\|\s*)?to(?:Yaml|Json|PrettyJson|Toml)\b`, 'g'),
  new RegExp(String.raw`\brange\s+\$\w+\s*,\s*\$\w+\s*:=\s*${path}`, 'g'),
  // Its own name comes back as a dot.
  new RegExp(
    String.raw`\bwith\s+${path}\s*-?\}\}(?:(?!\bwith\s|\bend\b)[\s\S]){0,400}?(?:toYaml\s+\.[\s)]|\{\{-?\s*\.\s*\|\s*toYaml|\$\w+\s*:=\s*\.\s)`,
    'g',
  ),
]

/** Reads off templates what they ask for; they may ask for more in ways that only a run shows. */
export const templateReads = (templates: readonly string[]): TemplateReads => {
  const read = new Set<string>()
  const handedOn = new Set<string>()
  for (const text of templates) {
    for (const [, found = ''] of text.matchAll(reading)) read.add(found.slice(1))
    for (const [, above = '', keys = ''] of text.matchAll(indexing)) {
      read.add(
        [...above.split('.'), ...[...keys.matchAll(/"([^"]+)"/g)].map(([, key]) => key)].filter(Boolean).join('.'),
      )
    }
    for (const pattern of handing) for (const [, found = ''] of text.matchAll(pattern)) handedOn.add(found.slice(1))
  }
  return { read: [...read].sort(), handedOn: [...handedOn].sort() }
}
