import type { Door } from './doors.ts'
import { doorsOf } from './doors.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import { valueDoors } from './value-doors.ts'

/** Something can be reached from outside of the cluster that could not. */
export const newWayIn: Hazard = {
  name: 'new-way-in',
  among: ({ objects, release, pair }) => [
    ...objects.flatMap((one): readonly Finding[] => {
      if (one.after === undefined) return []
      const opened = newDoors(one.before === undefined ? [] : doorsOf(one.before), doorsOf(one.after))
      return opened === undefined ? [] : [about(one, opened.happens, opened.because)]
    }),
    ...[newDoors(valueDoors(release.before), valueDoors(release.after))].flatMap((opened): readonly Finding[] => {
      const name = pair.after?.content.release?.name
      return opened === undefined ? [] : [{ what: `the release ${name} ${opened.happens}`, because: opened.because }]
    }),
  ],
}

interface Opened {
  readonly happens: string
  readonly because: string
}

/** Ways that were not there, or asked for a login and no longer do. */
const newDoors = (before: readonly Door[], after: readonly Door[]): Opened | undefined => {
  const known = new Map(before.map((one) => [one.way, one]))
  const opened = after.filter(({ way, implied }) => implied === undefined && !known.has(way))
  const unguarded = after.filter(({ way, asks }) => asks === false && known.get(way)?.asks === true)
  if (opened.length > 0) {
    const asks = opened.every((one) => one.asks === true)
    return { happens: `opens a way in: ${listed(opened.map(({ way }) => way))}`, because: asks ? guarded : reached }
  }
  if (unguarded.length === 0) return undefined
  return { happens: `no longer asks for a login at ${listed(unguarded.map(({ way }) => way))}`, because: reached }
}

const reached =
  'Whoever reaches that address talks to it, and nothing here says that it asks who they are. Check that it asks for a login by itself, or that only trusted people reach the network.'
const guarded =
  'Its annotations speak of a login. Check that this is the one that you mean, and that it covers every path.'
