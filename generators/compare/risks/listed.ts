const enough = 4

/** Names in a sentence: `a, b and c`, and from the sixth on `a, b, c, d and 2 more`. */
export const listed = (names: readonly string[]): string => {
  const unique = [...new Set(names)]
  const shown = unique.length > enough + 1 ? [...unique.slice(0, enough), `${unique.length - enough} more`] : unique
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
