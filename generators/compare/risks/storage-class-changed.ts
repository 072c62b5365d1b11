import { namesClass } from '../../check/storage-classes.ts'
import { changedLeaves } from './changed-leaves.ts'
import type { Finding, Hazard } from './hazard.ts'
import { dataOf } from './holds-data.ts'
import { everythingTold, ofTold, type Subject, type Told } from './subject.ts'

/** A volume that is there is asked for in another storage class. */
export const storageClassChanged: Hazard = {
  name: 'storage-class-changed',
  among: (subject) =>
    everythingTold(subject)
      .filter((told) => told.after !== undefined && told.before !== undefined && wereThere(told, subject))
      .flatMap((told) =>
        changedLeaves(told.before, told.after)
          .filter(({ leaf }) => namesClass(leaf))
          .map(
            ({ path, before, after }): Finding =>
              ofTold(told, `moves from ${named(before)} to ${named(after)} (${path})`, because),
          ),
      ),
}

const named = (name: unknown): string =>
  typeof name === 'string' && name !== '' ? `storage class ${name}` : 'the default storage class'

/** Only what claims volumes: a release that was there, or an object that holds data. */
const wereThere = ({ object }: Told, { pair, objects }: Subject): boolean => {
  if (object === undefined)
    return pair.before?.content.release !== undefined && pair.after?.content.release !== undefined
  const before = objects.find(({ identity }) => identity === object)?.before
  return before !== undefined && dataOf(before) !== undefined
}

const because =
  'A volume stays in the class that it was made in, and a claim that names another one is refused. Leave it as it was, or make a new volume under another name and copy the data.'
