import { recordsIn } from '../../check/pods.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at, equal } from '../../plan/values.ts'
import { listed } from './listed.ts'
import { letsThrough, type Passage, passagesIn } from './network-peers.ts'
import { type Direction, directionsOf, rulesOf } from './network-policies.ts'
import { passageText } from './passage-text.ts'

/** What a policy lets through that it did not before, for people: `lets in app=shop at 80/TCP`. */
export const gainsOf = (before: KubernetesObject | undefined, after: KubernetesObject): readonly string[] =>
  directionsOf(after)
    .filter((direction) => before === undefined || directionsOf(before).includes(direction))
    .flatMap((direction) => {
      const verb = direction === 'Ingress' ? 'lets in' : 'lets out to'
      if (after.kind !== 'NetworkPolicy') return isOtherwise(before, after, direction) ? [`${verb} others`] : []
      const more = newPassages(before, after, direction)
      return more.length === 0 ? [] : [`${verb} ${listed(more.map(passageText))}`]
    })

export const newPassages = (
  before: KubernetesObject | undefined,
  after: KubernetesObject,
  direction: Direction,
): readonly Passage[] => {
  const [list, whom] = rulesOf[direction]
  const known = passagesIn(at(before?.spec, list), whom)
  return passagesIn(at(after.spec, list), whom).filter((one) => !known.some((other) => letsThrough(other, one)))
}

/** Cilium's rules are a language of their own, and compared as they stand. */
const isOtherwise = (before: KubernetesObject | undefined, after: KubernetesObject, direction: Direction): boolean => {
  const [list] = rulesOf[direction]
  const known = recordsIn(at(before?.spec, list)).map(({ record }) => record)
  return recordsIn(at(after.spec, list)).some(({ record }) => !known.some((one) => equal(one, record)))
}
