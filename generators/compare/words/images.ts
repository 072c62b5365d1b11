import { partOf } from './part.ts'
import { arrow, shown } from './shown.ts'
import { ofEach } from './telling.ts'

/** `image grafana 13.0.1 → 13.0.2`; with all of its name where more than the tag changes. */
export const imageWords = ofEach((leaf, thing) => {
  const { path, before, after } = leaf
  if (path.at(-1) === 'tag' && /image$/i.test(path.at(-2) ?? '')) {
    const part = partOf(path.slice(0, -2), thing).trim() || thing.component
    return `image ${part} ${arrow(leaf)}`
  }
  if (path.at(-1) !== 'image' || typeof before !== 'string' || typeof after !== 'string') return undefined
  const [was, is] = [imageParts(before), imageParts(after)]
  const name = is.repository.split('/').at(-1)
  if (was.repository !== is.repository) return `image ${shortened(before)} → ${shortened(after)}`
  if (was.tag !== is.tag) return `image ${name} ${shown(was.tag)} → ${shown(is.tag)}`
  return `image ${name} ${arrow({ before: digestOf(was.digest), after: digestOf(is.digest) })}`
})

interface Image {
  readonly repository: string
  readonly tag?: string | undefined
  readonly digest?: string | undefined
}

const imageParts = (image: string): Image => {
  const [, repository = image, tag, digest] = /^([^@]+?)(?::([^/:@]+))?(?:@(.+))?$/.exec(image) ?? []
  return { repository, tag, digest }
}

const digestOf = (digest: string | undefined): string => digest?.slice(0, 'sha256:'.length + 7) ?? 'no digest'

const shortened = (image: string): string => {
  const { repository, tag } = imageParts(image)
  return tag === undefined ? repository : `${repository}:${tag}`
}
