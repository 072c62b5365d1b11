import type { Position } from '../../generators/review/source/position.ts'

/** Reads a source in which `▸` marks the place that is meant: the source without the mark, and where the mark was. */
export const marked = (text: string): { readonly source: string; readonly position: Position } => {
  const [before, after] = text.split('▸')
  if (before === undefined || after === undefined) throw new Error(`no ▸ in: ${text}`)
  const lines = before.split('\n')
  return { source: before + after, position: { line: lines.length, column: lines.at(-1)!.length + 1 } }
}
