import { isRecord } from '../fleet/checks/check.ts'
import type { Values } from '../fleet/component.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import type { TreeReader } from '../output/tree-reader.ts'
import { merge } from '../plan/values.ts'
import { referred, valuesReferences } from '../verify/release-references.ts'
import { argoReleases } from '../verify/releases/argo-releases.ts'
import { fluxReleases } from '../verify/releases/flux-releases.ts'
import type { Release as TextRelease } from '../verify/releases/release.ts'
import type { Item } from './build/item.ts'
import { onceEach } from './build/item.ts'
import type { Parse } from './build/parsing.ts'
import type { Content, Release } from './deployed.ts'

/** Makes contents of what folders come to. Equal ones are one object. */
export const contents = (parse: Parse) => {
  const shared = sharing()
  const made = onceEach<Content>()
  return {
    /** What a folder brings, with the release that Flux makes of it. */
    ofFolder: (items: readonly Item[]): Content =>
      made(items, '', () =>
        shared(
          withRelease(
            items.map(({ object }) => object),
            parse,
          ),
        ),
      ),
    /** The release that Argo CD makes of an Application, or why it makes none. */
    ofChart: (application: KubernetesObject, tree: TreeReader): Content | string => {
      const { releases, problems } = argoReleases([application], tree)
      if (problems.length > 0) return problems.map(({ reason }) => reason).join('; ')
      const [chart] = releases
      if (chart === undefined) return shared({ objects: [] })
      const release = releaseOf(chart, parse)
      return release === undefined ? 'a file of values holds none' : shared({ objects: [], release })
    },
  }
}

/** By the objects that they hold, which layers share as well, and by all that a release says. */
const sharing = () => {
  const numbers = new WeakMap<object, number>()
  let next = 0
  const numberOf = (object: object): number => {
    const number = numbers.get(object) ?? next++
    numbers.set(object, number)
    return number
  }
  const known = new Map<string, Content>()
  return (content: Content): Content => {
    const key = `${content.objects.map(numberOf)} ${JSON.stringify(content.release)}`
    const shared = known.get(key) ?? content
    known.set(key, shared)
    return shared
  }
}

/** A folder with several releases is no component of ours: there they stay objects. */
const withRelease = (objects: readonly KubernetesObject[], parse: Parse): Content => {
  const releases = fluxReleases({ folder: '', place: [], objects })
  const helmRelease = objects.find(({ kind }) => kind === 'HelmRelease')
  if (helmRelease === undefined || releases.length !== 1) return { objects }
  const references = valuesReferences(helmRelease)
  const isPlain = references.every((reference) => reference.kind === 'ConfigMap' && !('targetPath' in reference))
  const release = isPlain ? releaseOf(releases[0]!, parse) : undefined
  if (release === undefined) return { objects }
  const carriers = new Set(references.map((reference) => referred(reference, objects)))
  return { objects: objects.filter((object) => !carriers.has(object)), release }
}

/** Undefined where a file of values holds no values. */
const releaseOf = ({ name, chart, values }: TextRelease, parse: Parse): Release | undefined => {
  const layers = values.map((text): unknown => {
    const [content = {}, ...more] = parse(text) ?? [null]
    return more.length === 0 ? content : null
  })
  return layers.every(isRecord) ? { name, chart, values: (layers as Values[]).reduce(merge, {}) } : undefined
}
