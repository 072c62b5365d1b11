import { parse } from 'yaml'
import { isRecord } from '../fleet/checks/check.ts'

/** The map that a text holds, as YAML unless it is read otherwise; undefined where it holds none. */
export const mapIn = (
  text: unknown,
  read: (text: string) => unknown = parse,
): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value = typeof text === 'string' ? read(text) : undefined
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}
