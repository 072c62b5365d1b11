import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import type { ObjectChange } from '../change.ts'
import { identityText } from '../identity.ts'
import { chartDefinitions } from './chart-definitions.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import { keeperOf } from './owner.ts'
import type { Subject } from './subject.ts'

/** A CustomResourceDefinition goes away, and with it all objects of its kind, whoever made them. */
export const definitionGoes: Hazard = {
  name: 'definition-goes',
  among: (subject) => [
    ...subject.objects.flatMap((one) => (isDefinition(one) ? removed(one, subject) : [])),
    ...byRelease(subject),
  ],
}

const isDefinition = ({ what, before }: ObjectChange): boolean =>
  what === 'removed' && before?.kind === 'CustomResourceDefinition'

const because =
  'Kubernetes deletes every object of a kind with its definition, also those of other components and other tools, and what they stand for with them. Remove all of them first, or keep the definition.'

const removed = (one: ObjectChange, subject: Subject): readonly Finding[] => {
  if (one.before === undefined) return []
  const keeper = keeperOf(one.before, subject)
  if (keeper !== undefined) {
    const stays = `It stays because ${keeper}. Nobody upgrades it any more.`
    return [about(one, 'leaves the tree, and stays in the cluster', stays)]
  }
  const { group, kind } = defines(one.before)
  const living = subject.cluster.after
    .flatMap(({ content }) => content.objects)
    .filter((object) => object.kind === kind && object.apiVersion.startsWith(`${group}/`))
  return [about(one, `is deleted, and every ${kind} of the cluster with it${still(living)}`, because)]
}

const defines = ({ spec }: KubernetesObject): { readonly group: string; readonly kind: string } => ({
  group: isRecord(spec) ? String(spec.group) : '',
  kind: String(at(spec, 'names.kind')),
})

const still = (objects: readonly KubernetesObject[]): string => {
  const names = objects.map(({ kind, metadata: { name, namespace } }) =>
    identityText({ group: '', kind, name, ...(namespace === undefined ? {} : { namespace }) }),
  )
  return names.length === 0 ? '' : `: the tree still has ${listed(names)}`
}

/** Charts that bring definitions as ordinary objects lose them like any other. */
const byRelease = ({ pair, change }: Subject): readonly Finding[] => {
  const before = pair.before?.content.release
  if (before === undefined || change.change.charted !== undefined) return []
  const brings = chartDefinitions(before.chart.name, before.values)
  const after = pair.after?.content.release
  const stillBrings = after === undefined ? undefined : chartDefinitions(after.chart.name, after.values)
  if (brings === undefined || stillBrings !== undefined) return []
  const happens = after === undefined ? 'is removed' : 'is told to bring no definitions any more'
  const { what, kept } = brings
  return [
    kept
      ? { what: `the release ${before.name} ${happens}, and leaves ${what} behind`, because: leftBehind }
      : {
          what: `the release ${before.name} ${happens}, and ${what} go with it, with all objects of their kinds`,
          because,
        },
  ]
}

const leftBehind =
  'Helm is told to keep them, so their objects stay as well. Nobody upgrades them any more: delete them by hand once no object of their kinds is left.'
