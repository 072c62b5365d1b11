/** The comments of a document, and the JSON pointer to where the emitter stands in it. */
export interface Remarks {
  readonly comments: ReadonlyMap<string, string>
  readonly pointer: string
}

/** The same comments, seen from a member or an item. */
export const below = ({ comments, pointer }: Remarks, key: string | number): Remarks => ({
  comments,
  pointer: `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`,
})

/** The line of comment that belongs here, with the indentation of the line below it; empty without a comment. */
export const commentLine = (remarks: Remarks | undefined, indent: string): string => {
  const comment = remarks?.comments.get(remarks.pointer)
  return comment === undefined ? '' : `# ${onOneLine(comment)}\n${indent}`
}

/** A comment ends where its line ends, so nothing in it may end the line. */
const onOneLine = (comment: string): string => comment.replace(/[\p{Cc}\p{Zl}\p{Zp}\uFEFF]+/gu, ' ')
