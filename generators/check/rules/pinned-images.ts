import { isRecord } from '../../fleet/checks/check.ts'
import type { Place, Problem } from '../../problem.ts'
import { movingTag, unpinned } from '../image-reference.ts'
import { objectsOf, type PlacedObject, valuesOf } from '../objects.ts'
import { containersOf, podOf } from '../pods.ts'
import type { Rule } from '../rule.ts'

export const pinnedImages: Rule = {
  name: 'pinned-images',
  because: 'a Pod was moved to another node, pulled another latest there, and nothing in Git had changed',
  check: ({ placements }) =>
    placements.flatMap((placement) => {
      const placed = valuesOf(placement)
      return placed === undefined
        ? objectsOf(placement).flatMap(inObject)
        : movingIn(placed.values, []).map(({ path, ...found }) => told(placed.place(path), found))
    }),
}

interface Found {
  readonly what: string
  readonly is: string
}

const told = (place: Place, { what, is }: Found): Problem => ({
  rule: pinnedImages.name,
  place,
  reason: `${what} ${is}`,
  fix: 'write an exact version',
})

const inObject = ({ object, place }: PlacedObject): readonly Problem[] => {
  const pod = podOf(object)
  return (pod === undefined ? [] : containersOf(pod)).flatMap(({ container, path }) => {
    const { image } = container
    const is = typeof image === 'string' ? unpinned(image) : undefined
    const what = `the image ${image} of ${object.kind} ${object.metadata.name}`
    return is === undefined ? [] : [told(place([...path, 'image']), { what, is })]
  })
}

/** Charts take an image as one text, or its tag apart. A text without a tag may have it beside it. */
const movingIn = (
  value: unknown,
  path: readonly string[],
): readonly (Found & { readonly path: readonly string[] })[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => movingIn(one, [...path, String(index)]))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    if (typeof inner !== 'string') return movingIn(inner, here)
    const tag = key === 'tag' ? inner : key === 'image' ? (/[^/]:([^/:]+)$/.exec(inner)?.[1] ?? '') : ''
    return movingTag(tag) ? [{ path: here, what: here.join('.'), is: `is ${inner}, which moves` }] : []
  })
}
