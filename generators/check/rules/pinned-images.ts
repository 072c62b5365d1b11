import type { Place, Problem } from '../../problem.ts'
import { movingTag, unpinned } from '../image-reference.ts'
import { type Leaf, leafPlace, leavesIn } from '../leaves.ts'
import { objectsOf, type PlacedObject } from '../objects.ts'
import { containersOf, podOf } from '../pods.ts'
import type { Question, Rule } from '../rule.ts'

export const pinnedImages: Rule = {
  name: 'pinned-images',
  because: 'a Pod was moved to another node, pulled another latest there, and nothing in Git had changed',
  check: ({ placements, once }) =>
    placements.flatMap((placement) =>
      placement.effective.kind === 'manifests'
        ? objectsOf(placement).flatMap(inObject)
        : once(placement, inValues).map((leaf) =>
            told(leafPlace(leaf, placement, placement.place), {
              what: leaf.path.join('.'),
              is: `is ${leaf.value}, which moves`,
            }),
          ),
    ),
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
const moves = ({ key, value }: Leaf): boolean => {
  if (typeof value !== 'string') return false
  return movingTag(key === 'tag' ? value : key === 'image' ? (/[^/]:([^/:]+)$/.exec(value)?.[1] ?? '') : '')
}

const inValues: Question<readonly Leaf[]> = (_, ask) => ask(leavesIn).filter(moves)
