/** The address of a change within the page: `#prod/web`. */
export const addressOf = (id: string): string => `#${encodeURI(id).replaceAll('#', '%23')}`

/** Which change an address names; undefined where it names none. */
export const idIn = (hash: string): string | undefined => {
  try {
    return decodeURIComponent(hash.replace(/^#/, '')) || undefined
  } catch {
    return undefined
  }
}
