import { parse } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'

/** A map that a YAML text holds, empty for an empty text; undefined where it holds none. */
export const yamlMap = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = parse(text) ?? {}
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether a text holds a JSON object. */
export const isJson = (text: string): boolean => {
  try {
    return isRecord(JSON.parse(text))
  } catch {
    return false
  }
}
