import { createTwoFilesPatch } from 'diff'

/** How two texts differ, in unified form without the two lines that name files. Empty where they do not. */
export const unified = (before: string, after: string, context = 3): string => {
  const patch = createTwoFilesPatch('', '', before, after, undefined, undefined, { context })
  const start = patch.indexOf('\n@@')
  // The lines before the first that tells where it is name files, and there are none.
  return start < 0
    ? ''
    : patch
        .slice(start + 1)
        .replaceAll('\n\\ No newline at end of file', '')
        .trimEnd()
}
