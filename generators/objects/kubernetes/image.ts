/** An image whose version is an option. Renovate reads it, and the version on the line below it, where they stand. */
export interface PinnedImage {
  /** Where it is pulled from, without a tag. */
  readonly image: string
  readonly version: string
  /** What its tags say before the version. Default: nothing. */
  readonly tagPrefix?: 'v'
}

/** The image of a version. Nothing, where none is given. */
export const tagged = ({ image, tagPrefix }: PinnedImage, version: string | undefined): string | undefined =>
  version === undefined ? undefined : `${image}:${tagPrefix ?? ''}${version}`
