import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Placement } from '../../plan/placement.ts'
import { at, equal } from '../../plan/values.ts'
import { objectPlace, valuePlace } from '../../plan/written-at.ts'
import type { Problem } from '../../problem.ts'
import { immutableFields } from '../immutable.ts'
import type { Rule, Standing } from '../rule.ts'
import { objectAsOf } from '../standing/object-as-of.ts'
import { valueAsOf } from '../standing/value-as-of.ts'

export const immutableFieldsStay: Rule = {
  name: 'immutable-fields',
  because: 'the claims of a StatefulSet were changed, and Flux tried for ever to apply what the API server forbids',
  check: (subject) =>
    subject
      .changing()
      .flatMap((placement) => [
        ...changedObjects(placement, subject.standing),
        ...changedClasses(placement, subject.standing),
      ]),
}

const changedObjects = (placement: Placement, standing: Standing): readonly Problem[] => {
  const { layer, effective } = placement
  return layer.kind === 'helm' || effective.kind === 'helm'
    ? []
    : effective.objects.flatMap((object, index) =>
        changedFields(object, placement, standing).map((path) => ({
          rule: immutableFieldsStay.name,
          place: objectPlace(layer, index, path.split('.')),
          reason: `${object.kind} ${object.metadata.name}: ${path} is not what is committed, and the API server lets nobody change it`,
          fix: `leave it as it was, or give the ${object.kind} another name; ${onPurpose(object.kind)}`,
        })),
      )
}

const onPurpose = (kind: string): string =>
  `to replace it, delete it in the cluster${kind === 'StatefulSet' ? ' with --cascade=orphan' : ''} and switch this rule off here for one render`

/** What the disk has is what somebody rendered before; what is committed is what a cluster may have. */
const changedFields = (object: KubernetesObject, placement: Placement, standing: Standing): readonly string[] => {
  const fields = Object.hasOwn(immutableFields, object.kind) ? (immutableFields[object.kind] ?? []) : []
  const differing = (read: Standing['now'], among: readonly string[]): readonly string[] => {
    const old = among.length === 0 ? undefined : objectAsOf(read, placement, object)
    return old === undefined ? [] : among.filter((path) => !equal(plain(at(old, path)), plain(at(object, path))))
  }
  return differing(standing.committed, differing(standing.now, fields))
}

/** As it would be read back. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

const changedClasses = (placement: Placement, standing: Standing): readonly Problem[] => {
  const { definition, layer, effective, name, place } = placement
  if (definition.kind !== 'helm' || layer.kind !== 'helm' || effective.kind !== 'helm') return []
  return (definition.volumes ?? []).flatMap(({ storageClass: path }): readonly Problem[] => {
    const here = at(effective.values, path)
    const differs = (read: Standing['now']): boolean => ![undefined, here].includes(valueAsOf(read, placement, path))
    if (typeof here !== 'string' || !differs(standing.now) || !differs(standing.committed)) return []
    return [
      {
        rule: immutableFieldsStay.name,
        place: valuePlace(layer, path.split('.'), place),
        reason: `${path} of ${name} was ${valueAsOf(standing.committed, placement, path)}, and a volume that is there stays in its storage class`,
        fix: 'leave it as it was; to move the data, make another volume and switch this rule off here for one render',
      },
    ]
  })
}
