/** Where something stands in a source text, as editors show it: both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where everything is said to stand that cannot be found any better. */
export const start: Position = { line: 1, column: 1 }

/** The text without a byte order mark, which editors hide and do not count. */
export const withoutByteOrderMark = (source: string): string => source.replace(/^\uFEFF/, '')

/** Turns an offset into a line and a column. A byte order mark is not counted. */
export const positionAt = (source: string, offset: number): Position => {
  // a line separator inside a string ends no line in an editor
  const lines = withoutByteOrderMark(source)
    .slice(0, offset)
    .split(/\r\n|\n|\r/)
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}

/** The column of a place in a line that is counted in bytes of UTF-8 from 0, as esbuild does. */
export const columnOfByte = (line: string, byte: number): number =>
  Buffer.from(line, 'utf8').subarray(0, byte).toString('utf8').length + 1
