import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import { keeperOf } from './owner.ts'
import { readersOf } from './secret-readers.ts'
import { secretOf } from './secret-sources.ts'
import type { Subject } from './subject.ts'

/** A Secret leaves the tree, and nothing else there brings it. */
export const deletesSecret: Hazard = {
  name: 'deletes-secret',
  among: (subject) =>
    subject.objects.flatMap((one): readonly Finding[] => {
      const { before, what } = one
      const source = what === 'removed' && before !== undefined ? secretOf(before) : undefined
      if (before === undefined || source === undefined || isBroughtElsewhere(source.secret, subject)) return []
      const readers = readersOf(source.secret, subject.cluster.after)
      const staying = stays(before, subject)
      if (staying !== undefined) {
        return [
          about(
            one,
            'leaves the tree, and the Secret stays in the cluster',
            `It stays because ${staying}. Nobody renews it any more: delete it by hand once nobody reads it.`,
          ),
        ]
      }
      const read = readers.length === 0 ? '' : `, which ${listed(readers)} read${readers.length === 1 ? 's' : ''}`
      return [
        about(
          one,
          `is deleted${before.kind === 'Secret' ? '' : `, and with it Secret ${source.secret}`}${read}`,
          because,
        ),
      ]
    }),
}

const because =
  'Whoever reads it does not start again without it. Put it there by other means first, and be sure that what it holds, such as a key to encrypted data, is kept elsewhere.'

const isBroughtElsewhere = (secret: string, { objects, cluster }: Subject): boolean =>
  [...objects.map(({ after }) => after), ...cluster.after.flatMap(({ content }) => content.objects)].some(
    (object) => object !== undefined && secretOf(object)?.secret === secret,
  )

/** What makes Secrets leaves them behind, or not, each in its own way. */
const stays = (object: KubernetesObject, subject: Subject): string | undefined => {
  const keeper = keeperOf(object, subject)
  if (keeper !== undefined) return keeper
  if (object.kind === 'Certificate') return 'cert-manager leaves Secrets behind unless it is told otherwise'
  return object.kind === 'ExternalSecret' && at(object.spec, 'target.creationPolicy') === 'Orphan'
    ? 'its creationPolicy is Orphan'
    : undefined
}
