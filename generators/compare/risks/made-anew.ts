import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at, equal } from '../../plan/values.ts'
import { count } from '../../review/count.ts'
import { isApplication } from '../../verify/argo-application.ts'
import type { ObjectChange } from '../change.ts'
import { identityText } from '../identity.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import { isOwner } from './owner.ts'
import type { Subject } from './subject.ts'

/** Something gets another name or another place, so that the old one is deleted and a new one made. */
export const madeAnew: Hazard = {
  name: 'made-anew',
  among: (subject) => [
    ...releaseRenamed(subject),
    ...ownerRenamed(subject),
    ...subject.objects.flatMap(redirected),
    ...otherNamespace(subject.objects),
    ...statefulSetRenamed(subject.objects),
  ],
}

const startsEmpty =
  'The new one starts empty and the old one is removed, with a gap in between: claims are bound to names. Copy the data first, or keep the name.'

const releaseRenamed = ({ pair }: Subject): readonly Finding[] => {
  const before = pair.before?.content.release?.name
  const after = pair.after?.content.release?.name
  if (before === undefined || after === undefined || before === after) return []
  return [{ what: `the release ${before} is uninstalled, and ${after} installed in its place`, because: startsEmpty }]
}

/** Both hold the same objects for a while, and the one that goes may take them along. */
const ownerRenamed = ({ objects }: Subject): readonly Finding[] => {
  const old = objects.find(({ what, before }) => what === 'removed' && before !== undefined && isOwner(before))
  const next = objects.find(({ what, after }) => what === 'added' && after !== undefined && isOwner(after))
  if (old === undefined || next === undefined) return []
  const because =
    'If the old one goes before the new one has taken over, it deletes what both bring, data included. Let it stop pruning in a change of its own first.'
  return [about(old, `gives way to ${identityText(next.identity)}`, because)]
}

/** An owner, or a release, that is sent to another namespace or cluster. */
const redirected = (one: ObjectChange): readonly Finding[] => {
  const { before, after } = one
  if (before === undefined || after === undefined) return []
  const changed = placing(after).filter((path) => !equal(at(before.spec, path), at(after.spec, path)))
  if (changed.length === 0) return []
  return [about(one, `changes ${listed(changed)}, so that all that it brings is made anew`, startsEmpty)]
}

/** Where it says into which namespace, or under which names, its objects go. */
const placing = (object: KubernetesObject): readonly string[] => {
  if (isApplication(object)) return ['destination']
  if (object.kind === 'HelmRelease') return ['targetNamespace', 'storageNamespace']
  return isOwner(object) ? ['targetNamespace', 'namePrefix', 'nameSuffix'] : []
}

/** The same objects, one namespace further. */
const otherNamespace = (objects: readonly ObjectChange[]): readonly Finding[] => {
  const moved = objects.filter(
    ({ what, identity }) =>
      what === 'removed' &&
      identity.namespace !== undefined &&
      objects.some((other) => other.what === 'added' && isElsewhere(other.identity, identity)),
  )
  if (moved.length === 0) return []
  const names = moved.map(({ identity }) => identityText(identity))
  return [
    { what: `${count(moved.length, 'object')} moved to another namespace: ${listed(names)}`, because: startsEmpty },
  ]
}

const isElsewhere = (one: ObjectChange['identity'], other: ObjectChange['identity']): boolean =>
  one.kind === other.kind &&
  one.group === other.group &&
  one.name === other.name &&
  one.namespace !== undefined &&
  one.namespace !== other.namespace

/** A claim is named after its StatefulSet. */
const statefulSetRenamed = (objects: readonly ObjectChange[]): readonly Finding[] =>
  objects.flatMap((old) => {
    const claims = old.what === 'removed' ? templatesOf(old.before) : []
    const next = objects.find(
      ({ what, after, identity }) =>
        what === 'added' && identity.namespace === old.identity.namespace && equal(templatesOf(after), claims),
    )
    if (claims.length === 0 || next === undefined) return []
    return [about(old, `becomes ${identityText(next.identity)}`, startsEmpty)]
  })

const templatesOf = (object: KubernetesObject | undefined): readonly string[] => {
  const templates = object?.kind === 'StatefulSet' ? at(object.spec, 'volumeClaimTemplates') : undefined
  return Array.isArray(templates) ? templates.map((one) => String(at(one, 'metadata.name'))) : []
}
