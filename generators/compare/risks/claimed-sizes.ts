import { type Leaf, leavesOf } from '../../check/leaves.ts'
import { bytesIn } from '../../objects/kubernetes/quantity.ts'

/** Sizes of the volumes that something asks for, by where it does so: paths with dots. */
export const claimedSizes = (told: unknown): ReadonlyMap<string, string> =>
  new Map(
    told === undefined
      ? []
      : leavesOf(told)
          .filter(isSizeOfVolume)
          .map(({ path, value }) => [path.join('.'), String(value)]),
  )

/** Charts call it `size` below something like `persistence`; Kubernetes' own word is `requests.storage`. */
const isSizeOfVolume = ({ key, path, value }: Leaf): boolean => {
  if (bytesIn(value) === undefined || isLimit(path)) return false
  if (key === 'storage') return path.at(-2) === 'requests' && path.at(-3) === 'resources'
  return key === 'size' && path.slice(0, -1).some((step) => /persist|storage|volume|pvc/i.test(step))
}

/** What lives in memory has a size too. */
const isLimit = (path: readonly string[]): boolean => path.some((step) => /^(emptyDir|tmpfs|limits)$/.test(step))

/** Where such a size stands, for people: without what is the same everywhere. */
export const volumePath = (path: string): string =>
  path.replace(/\.(volumeClaimTemplate\.)?(spec\.)?resources\.requests\.storage$|\.size$/, '')
