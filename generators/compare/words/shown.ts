import { isRecord } from '../../fleet/checks/check.ts'
import { count } from '../../review/count.ts'
import type { FieldChange } from '../change.ts'

const longest = 40

/** A value before and after, as people write it: `10d → 15d`, `unset → 2`. Long ones are cut where they still agree. */
export const arrow = ({ before, after }: Omit<FieldChange, 'path'>): string => {
  const [was, is] = [shown(before), shown(after)]
  return was === is ? `${was} (written otherwise)` : `${was} → ${is}`
}

/** A value in a few words. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'unset'
  if (typeof value === 'string') return shownText(value)
  if (Array.isArray(value)) return shownItems(value)
  if (isRecord(value)) return shownMap(value)
  return String(value)
}

const shownText = (text: string): string => {
  if (text === '') return '""'
  const lines = text.trimEnd().split('\n').length
  return lines > 1 ? `a text of ${count(lines, 'line')}` : cut(text)
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

const shownItems = (items: readonly unknown[]): string => {
  const text = `[${items.map(shown).join(', ')}]`
  return text.length > longest ? count(items.length, 'item') : text
}

const shownMap = (map: Readonly<Record<string, unknown>>): string => {
  const text = `{${Object.entries(map)
    .map(([key, value]) => `${key}: ${shown(value)}`)
    .join(', ')}}`
  return text.length > longest ? count(Object.keys(map).length, 'member') : text
}

/** Names as long as they can be read: `A, B, C and 5 others`. */
export const listed = (names: readonly string[], most = 4): string => {
  if (names.length <= most + 1) return names.join(', ')
  return `${names.slice(0, most).join(', ')} and ${names.length - most} others`
}
