import type { AnyNode } from './syntax.ts'

/** What a doc comment says before a declaration: its lines as one, its paragraphs apart. Empty where there is none. */
export const docOf = ({ leadingComments }: AnyNode): string => {
  const comment = leadingComments?.findLast(({ type, value }) => type === 'CommentBlock' && value.startsWith('*'))
  if (comment === undefined) return ''
  const lines = comment.value.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
  return lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replaceAll('\n', ' '))
    .join('\n\n')
}
