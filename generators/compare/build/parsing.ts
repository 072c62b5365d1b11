import { parseAllDocuments } from 'yaml'
import { readBack } from '../../output/yaml/read-back.ts'

/** The documents of a YAML text, empty ones left out. Undefined where it is no YAML. They are shared: nobody may change them. */
export type Parse = (yaml: string) => readonly unknown[] | undefined

/** Parses each text once. Those that differ in the comments they open with alone, as our headers do, are one text. */
export const parsing = (): Parse => {
  const known = new Map<string, readonly unknown[] | undefined>()
  return (yaml) => {
    const text = withoutHeader(yaml)
    if (!known.has(text)) known.set(text, documentsIn(text))
    return known.get(text)
  }
}

const withoutHeader = (yaml: string): string => {
  let at = 0
  while (yaml[at] === '#') at = yaml.indexOf('\n', at) + 1 || yaml.length
  return yaml.slice(at)
}

const documentsIn = (yaml: string): readonly unknown[] | undefined => {
  // Nearly all of a tree is as we print it.
  const own = readBack(yaml)
  if (own !== undefined) return [own]
  const documents = parseAllDocuments(yaml, { logLevel: 'silent', prettyErrors: false })
  if (documents.some(({ errors }) => errors.length > 0)) return undefined
  try {
    return documents.map((document): unknown => document.toJS()).filter((content) => content != null)
  } catch {
    // An alias that leads nowhere, or to too much.
    return undefined
  }
}
