import { movingTag as isMoving } from '../../check/image-reference.ts'
import type { Finding, Hazard } from './hazard.ts'
import { imageText } from './images-in.ts'
import { type NewImage, newImages } from './new-images.ts'
import { ofTold } from './subject.ts'

/** An image that is new, or has changed, by a tag that will mean another image tomorrow. */
export const movingTag: Hazard = {
  name: 'moving-tag',
  among: (subject) =>
    newImages(subject)
      .filter(moves)
      .map(({ image, told }): Finding => {
        const { tag } = image
        const how = tag === undefined ? 'without a tag, which means latest' : `by the tag ${tag}, which moves`
        return ofTold(told, `runs ${imageText(image)} ${how}`, because)
      }),
}

/** A chart fills in a tag that its values leave out. */
const moves = ({ image: { tag, digest }, told: { object } }: NewImage): boolean =>
  digest === undefined && (tag === undefined ? object !== undefined : isMoving(tag))

const because =
  'A Pod that starts again may get another image, with nothing in Git to say so, and nothing to go back to. Write an exact version, with its digest.'
