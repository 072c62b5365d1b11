import { isRecord } from '../../fleet/checks/check.ts'
import { grouped } from '../../grouped.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import type { ObjectChange } from '../change.ts'

/** `Secret source of login: ExternalSecret → SOPS`; never what is in it. */
export const secretWords = (objects: readonly ObjectChange[]): readonly string[] =>
  [...grouped(objects.filter(isSource), secretOf)].map(([name, changes]) => {
    const [was, is] = [sourceIn(changes, 'before'), sourceIn(changes, 'after')]
    if (was === is) return `Secret ${name}: what ${is} says changed`
    if (was === undefined) return `Secret ${name} comes from ${is} now`
    return is === undefined ? `Secret ${name} comes from ${was} no more` : `Secret source of ${name}: ${was} → ${is}`
  })

const kinds: Readonly<Record<string, string>> = {
  ExternalSecret: 'an ExternalSecret',
  SealedSecret: 'a SealedSecret',
  Secret: 'a Secret',
}

export const isSource = ({ identity }: ObjectChange): boolean => identity.kind in kinds

/** The Secret that comes of it. */
const secretOf = ({ identity, before, after }: ObjectChange): string => {
  const target = at(after ?? before, 'spec.target.name')
  return typeof target === 'string' ? target : identity.name
}

const sourceIn = (changes: readonly ObjectChange[], state: 'after' | 'before'): string | undefined =>
  changes.flatMap((change) => (change[state] === undefined ? [] : [sourceOf(change[state])])).join(' and ') || undefined

const sourceOf = (object: KubernetesObject): string =>
  isRecord(object.sops) ? 'SOPS' : (kinds[object.kind] ?? object.kind)
