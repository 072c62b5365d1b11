import { at, equal } from '../../plan/values.ts'
import { isKustomization } from '../../verify/units.ts'
import type { ObjectChange } from '../change.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import { readersOf } from './secret-readers.ts'
import { type SourcedSecret, secretOf } from './secret-sources.ts'
import type { Subject } from './subject.ts'

/** A Secret gets its content from elsewhere. */
export const secretSource: Hazard = {
  name: 'secret-source',
  among: (subject) => [...sourcesChanged(subject), ...subject.objects.flatMap(decryption)],
}

const sourcesChanged = (subject: Subject): readonly Finding[] => {
  const before = sourcesOf(subject, 'before')
  return [...sourcesOf(subject, 'after')].flatMap(([secret, is]): readonly Finding[] => {
    const was = before.get(secret)
    if (was === undefined) return takenOver(secret, is, subject)
    if (was.from === is.from && was.entry === is.entry) return []
    const other = was.from !== is.from
    return [
      {
        what: `Secret ${secret} comes ${other ? `from ${is.from} instead of ${was.from}` : `from ${shown(is)} instead of ${was.entry}`}`,
        because,
      },
    ]
  })
}

const shown = ({ from, entry }: SourcedSecret): string => `${from} ${entry}`

const because =
  'What is there must be the same, under the same keys, or whoever reads it fails at its next start. Check that the new source is filled, and that the cluster may read it.'

const sourcesOf = ({ objects }: Subject, state: 'after' | 'before'): ReadonlyMap<string, SourcedSecret> =>
  new Map(
    objects.flatMap((one) => {
      const object = one[state]
      const source = object === undefined ? undefined : secretOf(object)
      return source === undefined ? [] : [[source.secret, source] as const]
    }),
  )

/** Somebody read it before, and nobody in the tree brought it: people put it there. */
const takenOver = (secret: string, { from }: SourcedSecret, { cluster }: Subject): readonly Finding[] => {
  const readers = readersOf(secret, cluster.before)
  const hadSource = cluster.before.some(({ content }) =>
    content.objects.some((object) => secretOf(object)?.secret === secret),
  )
  if (hadSource || readers.length === 0) return []
  return [
    {
      what: `Secret ${secret}, which was put there by hand, comes from ${from}`,
      because: `${listed(readers)} read${readers.length === 1 ? 's' : ''} it already, and what is there is written over. Check that the new source holds the same.`,
    },
  ]
}

/** Flux decrypts with another key. */
const decryption = (one: ObjectChange): readonly Finding[] => {
  const { before, after } = one
  if (before === undefined || after === undefined || !isKustomization(after)) return []
  const was = at(before.spec, 'decryption')
  const is = at(after.spec, 'decryption')
  if (was === undefined || is === undefined || equal(was, is)) return []
  const because =
    'Nothing of it is applied until every file can be decrypted with that key. Check that it is in the cluster, and that the files were encrypted for it.'
  return [about(one, `decrypts with ${at(is, 'secretRef.name') ?? at(is, 'provider')}`, because)]
}
