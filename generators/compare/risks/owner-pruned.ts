import type { KubernetesObject } from '../../kubernetes-object.ts'
import { count } from '../../review/count.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { isOwner, keeperOf } from './owner.ts'
import type { Subject } from './subject.ts'

/** A Flux Kustomization or an Application goes away, and deletes all that it brought. */
export const ownerPruned: Hazard = {
  name: 'owner-pruned',
  among: (subject) =>
    subject.pair.after?.control.some(isOwner)
      ? []
      : subject.objects
          .filter(({ what, before }) => what === 'removed' && before !== undefined && isOwner(before))
          .map((one): Finding => {
            const keeper = keeperOf(nothing, subject)
            if (keeper !== undefined)
              return about(one, `goes away, and leaves ${brought(subject)} behind`, left(keeper))
            return about(one, `goes away, and deletes ${brought(subject)}`, deleted)
          }),
}

const brought = ({ pair }: Subject): string => {
  const { objects = [], release } = pair.before?.content ?? {}
  return release === undefined ? `its ${count(objects.length, 'object')}` : `the release ${release.name}`
}

const deleted =
  'Everything that it applied is deleted with it, save what is marked to be kept. Check that nobody needs it any more: who reads its data, calls its Services or stands on its definitions.'
const left = (keeper: string): string =>
  `It leaves everything because ${keeper}. Nobody looks after that any more: clear it up by hand.`

/** What bears no mark of its own, and goes the way of its owner. */
const nothing: KubernetesObject = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: '' } }
