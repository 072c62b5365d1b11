import { containersOf, podOf } from '../../check/pods.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Told } from './subject.ts'

/** An image, as it is pulled. */
export interface Image {
  /** Where it is pulled from. Undefined where a chart alone knows. */
  readonly repository?: string
  readonly tag?: string
  readonly digest?: string
}

/** For people, and as it would be pulled: `docker.io/grafana/loki:3.7.6`. */
export const imageText = ({ repository = 'the image', tag, digest }: Image): string =>
  `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`

/** Every image that something names, by who runs it: a container's name, or a path in values. */
export const imagesIn = ({ object }: Told, value: unknown): ReadonlyMap<string, Image> => {
  if (value === undefined) return new Map()
  const pod = object === undefined ? undefined : podOf(value as KubernetesObject)
  if (pod !== undefined) {
    return new Map(
      containersOf(pod).flatMap(({ name, container: { image } }) =>
        typeof image === 'string' ? [[name, parsed(image)] as const] : [],
      ),
    )
  }
  return new Map(object === undefined || isRecord((value as KubernetesObject).spec) ? walk(value, []) : [])
}

/** Charts and operators take an image as one text, or in parts. */
const walk = (value: unknown, path: readonly string[]): readonly (readonly [string, Image])[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => walk(one, [...path, String(index)]))
  if (!isRecord(value)) return []
  const parts = inParts(value)
  return [
    ...(parts === undefined ? [] : [[path.join('.'), parts] as const]),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const here = [...path, key]
      return key === 'image' && typeof inner === 'string' && /[/:]/.test(inner)
        ? [[here.join('.'), parsed(inner)] as const]
        : walk(inner, here)
    }),
  ]
}

const inParts = (value: Readonly<Record<string, unknown>>): Image | undefined => {
  const { registry, repository, tag, digest, sha } = value
  if (typeof tag !== 'string' && typeof tag !== 'number') return undefined
  const from = [registry, repository].filter((part) => typeof part === 'string' && part !== '').join('/')
  const hash = [digest, sha].find((one) => typeof one === 'string' && one !== '')
  return {
    ...(from === '' ? {} : { repository: from }),
    ...(tag === '' ? {} : { tag: String(tag) }),
    ...(hash === undefined ? {} : { digest: String(hash) }),
  }
}

const parsed = (image: string): Image => {
  const [, repository = image, tag, digest] = /^(.+?)(?::([^/:@]+))?(?:@(.+))?$/.exec(image) ?? []
  return { repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) }
}
