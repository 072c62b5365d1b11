/** What a reader chose once, such as the theme. Where a browser keeps nothing for a file, it lasts as long as the page. */
export const remembered = (name: string): string | null => {
  try {
    return localStorage.getItem(`fleetwright.review.${name}`)
  } catch {
    return null
  }
}

/** Keeps a choice, or forgets it. */
export const remember = (name: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(`fleetwright.review.${name}`)
    else localStorage.setItem(`fleetwright.review.${name}`, value)
  } catch {
    // then the choice is gone with the page
  }
}
