import { positionAt, withoutByteOrderMark } from '../review/source/position.ts'

/** A piece of a source text that is replaced. Offsets do not count a byte order mark. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The source with all edits made. They must not overlap. */
export const edited = (source: string, edits: readonly Edit[]): string => {
  const text = withoutByteOrderMark(source)
  const mark = source.slice(0, source.length - text.length)
  const last = edits.toSorted((one, other) => other.start - one.start)
  return mark + last.reduce((rest, { start, end, text }) => rest.slice(0, start) + text + rest.slice(end), text)
}

/** The lines that edits touch, before and after, for people: each headed by its place, and by the line that it follows. */
export const shown = (file: string, source: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((one, other) => one.start - other.start)
    .map((edit) => {
      const text = withoutByteOrderMark(source)
      const from = text.lastIndexOf('\n', edit.start - 1) + 1
      const to = text.indexOf('\n', edit.end)
      const old = text.slice(from, to === -1 ? undefined : to)
      const now = old.slice(0, edit.start - from) + edit.text + old.slice(edit.end - from)
      return `${file}:${positionAt(source, edit.start).line}\n${difference(old.split(lineEnd), now.split(lineEnd))}`
    })
    .join('')

const lineEnd = /\r?\n/

const difference = (old: readonly string[], now: readonly string[]): string => {
  const first = old.findIndex((line, index) => line !== now[index])
  const same = first === -1 ? old.length : first
  return lines(' ', old.slice(0, same)) + lines('-', old.slice(same)) + lines('+', now.slice(same))
}

const lines = (sign: string, some: readonly string[]): string => some.map((line) => `${sign}${line}\n`).join('')
