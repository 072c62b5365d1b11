import { equal } from '../../plan/values.ts'
import { type Image, imagesIn } from './images-in.ts'
import { everythingTold, type Subject, type Told } from './subject.ts'

/** An image that was not run before, and who is told to run it. */
export interface NewImage {
  readonly image: Image
  readonly told: Told
}

/** Images that are new, or have changed. */
export const newImages = (subject: Subject): readonly NewImage[] =>
  everythingTold(subject).flatMap((told) => {
    const old = imagesIn(told, told.before)
    return [...imagesIn(told, told.after)].flatMap(([where, image]) =>
      equal(old.get(where), image) ? [] : [{ image, told }],
    )
  })
