import { parseAllDocuments } from 'yaml'

/**
 * The map or list that a text holds: a dashboard in JSON, a configuration in YAML. Undefined for prose, for a text of one
 * line that is no JSON, and for several documents in one.
 */
export const heldIn = (text: string): object | undefined => {
  const json = /^\s*[{[]/.test(text) ? fromJson(text) : undefined
  return json ?? (text.trimEnd().includes('\n') ? fromYaml(text) : undefined)
}

const fromJson = (text: string): object | undefined => {
  try {
    return collection(JSON.parse(text))
  } catch {
    return undefined
  }
}

const fromYaml = (text: string): object | undefined => {
  try {
    const [document, ...others] = parseAllDocuments(text, { logLevel: 'silent' })
    if (document === undefined || 'empty' in document || others.length > 0) return undefined
    return document.errors.length > 0 ? undefined : collection(document.toJS())
  } catch {
    // such as aliases that multiply without end
    return undefined
  }
}

const collection = (value: unknown): object | undefined =>
  typeof value === 'object' && value !== null ? value : undefined
