/** Tags that mean something else tomorrow. */
const moving = /^(latest|stable|main|master|edge|nightly|dev|develop|rolling|lts)$/

/** What is wrong with an image's name, if it may mean another image tomorrow: continues "`image` …". */
export const unpinned = (image: string): string | undefined => {
  if (image.includes('@sha256:')) return undefined
  const [, tag] = /:([^/:]+)$/.exec(image) ?? []
  if (tag === undefined) return 'has no tag, which means latest'
  return movingTag(tag) ? `has the tag ${tag}, which moves` : undefined
}

export const movingTag = (tag: string): boolean => moving.test(tag)
