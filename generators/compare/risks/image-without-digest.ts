import { movingTag as isMoving } from '../../check/image-reference.ts'
import type { Hazard } from './hazard.ts'
import { type Image, imageText } from './images-in.ts'
import { listed } from './listed.ts'
import { newImages } from './new-images.ts'

/** An image that is new, or has changed, by a tag alone. One by a tag that moves is told as such. */
export const imageWithoutDigest: Hazard = {
  name: 'image-without-digest',
  among: (subject) => {
    const images = newImages(subject).flatMap(({ image }) => (isByTag(image) ? [imageText(image)] : []))
    if (images.length === 0) return []
    return [{ what: `${listed(images)} ${new Set(images).size === 1 ? 'comes' : 'come'} without a digest`, because }]
  },
}

/** Where only a tag is told to a chart, the chart alone knows what it is a tag of. */
const isByTag = ({ repository, tag, digest }: Image): boolean =>
  repository !== undefined && digest === undefined && tag !== undefined && !isMoving(tag)

const because =
  'Whoever can push to that registry can put another image behind the tag. Add @sha256:… where you want what was reviewed to be what runs.'
