import { type Reference, referencesIn, referencesOf } from '../../check/references.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { changedLeaves } from './changed-leaves.ts'
import type { Finding, Hazard } from './hazard.ts'
import { everythingTold, ofTold, type Told } from './subject.ts'

/** Something that runs reads another Secret than before, or another key of it. */
export const otherSecret: Hazard = {
  name: 'other-secret',
  among: (subject) => everythingTold(subject).flatMap((told) => [...otherNames(told), ...otherKeys(told)]),
}

const because =
  'It does not start without that Secret and its keys. Check that they are there, in each cluster, before this is merged.'

const otherNames = (told: Told): readonly Finding[] => {
  const before = new Map(secretsRead(told, told.before).map(({ path, name }) => [path.join('.'), name]))
  const moved = secretsRead(told, told.after).flatMap(({ path, name }) => {
    const was = before.get(path.join('.'))
    return was === undefined || was === name ? [] : [`reads Secret ${name} in place of ${was}`]
  })
  return [...new Set(moved)].map((happens) => ofTold(told, happens, because))
}

const secretsRead = ({ object }: Told, value: unknown): readonly Reference[] => {
  if (value === undefined) return []
  const references = object === undefined ? referencesIn(value, []) : referencesOf(value as KubernetesObject)
  return references.filter(({ kind }) => kind === 'Secret')
}

const otherKeys = (told: Told): readonly Finding[] =>
  changedLeaves(told.before, told.after)
    .filter(({ path, before, after }) => /secretKeyRef\.key$/.test(path) && before !== undefined && after !== undefined)
    .map(({ before, after, path }) =>
      ofTold(told, `reads the key ${after} of a Secret in place of ${before} (${path})`, because),
    )
