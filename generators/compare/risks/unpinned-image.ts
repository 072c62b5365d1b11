import { movingTag } from '../../check/image-reference.ts'
import { equal } from '../../plan/values.ts'
import type { Finding, Hazard } from './hazard.ts'
import { type Image, imagesIn, imageText } from './images-in.ts'
import { listed } from './listed.ts'
import { everythingTold, ofTold, type Subject, type Told } from './subject.ts'

/** An image that is new, or has changed, by a tag that will mean another image tomorrow. */
export const movingImage: Hazard = {
  name: 'moving-tag',
  among: (subject) =>
    newImages(subject)
      .filter(
        ({ image: { tag, digest }, told }) =>
          digest === undefined && (tag === undefined ? isWhole(told) : movingTag(tag)),
      )
      .map(({ image, told }): Finding => {
        const { tag } = image
        const how = tag === undefined ? 'without a tag, which means latest' : `by the tag ${tag}, which moves`
        return ofTold(told, `runs ${imageText({ ...image })} ${how}`, moving)
      }),
}

const moving =
  'A Pod that starts again may get another image, with nothing in Git to say so, and nothing to go back to. Write an exact version, with its digest.'

/** An image that is new, or has changed, by a tag alone. */
export const imageWithoutDigest: Hazard = {
  name: 'image-without-digest',
  among: (subject) => {
    const images = newImages(subject).filter(({ image }) => isWithoutDigest(image))
    if (images.length === 0) return []
    const names = images.map(({ image }) => imageText(image))
    const come = new Set(names).size === 1 ? 'comes' : 'come'
    return [{ what: `${listed(names)} ${come} without a digest`, because: tagOnly }]
  },
}

/** Where only a tag is told to a chart, the chart alone knows what it is a tag of. */
const isWithoutDigest = ({ repository, tag, digest }: Image): boolean =>
  repository !== undefined && digest === undefined && tag !== undefined && !movingTag(tag)

const tagOnly =
  'Whoever can push to that registry can put another image behind the tag. Add @sha256:… where you want what was reviewed to be what runs.'

interface NewImage {
  readonly image: Image
  readonly told: Told
}

const newImages = (subject: Subject): readonly NewImage[] =>
  everythingTold(subject).flatMap((told) => {
    const old = imagesIn(told, told.before)
    return [...imagesIn(told, told.after)].flatMap(([where, image]) =>
      equal(old.get(where), image) ? [] : [{ image, told }],
    )
  })

/** A chart fills in a tag that its values leave out. */
const isWhole = ({ object }: Told): boolean => object !== undefined
