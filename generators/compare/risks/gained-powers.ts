import { type Leaf, leavesOf } from '../../check/leaves.ts'
import { podOf } from '../../check/pods.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Finding, Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import { everythingTold, ofTold, type Told } from './subject.ts'

/** Pods get more power over their node than before. */
export const gainedPowers: Hazard = {
  name: 'gained-powers',
  among: (subject) =>
    everythingTold(subject).flatMap((told): readonly Finding[] => {
      const had = new Set(powersIn(told, told.before))
      const gained = powersIn(told, told.after).filter((power) => !had.has(power))
      return gained.length === 0 ? [] : [ofTold(told, `gains ${listed(gained)}`, because)]
    }),
}

const because =
  'Whoever breaks into such a Pod can reach its node, and from there whatever else runs on it. Check that it cannot do without, and that only trusted images run there.'

/** What a Pod may do beyond its own container, in an object that makes Pods or in values of a chart. */
const powersIn = ({ object }: Told, value: unknown): readonly string[] => {
  if (value === undefined) return []
  const where = object === undefined ? value : podOf(value as KubernetesObject)?.spec
  return where === undefined ? [] : leavesOf(where).flatMap(powerOf)
}

const powerOf = ({ key, value, path }: Leaf): readonly string[] => {
  if (value === true && Object.hasOwn(switches, key)) return [switches[key]!]
  if (key === 'path' && path.at(-2) === 'hostPath') return [`the folder ${value} of its node`]
  if (path.at(-2) === 'add' && path.at(-3) === 'capabilities') return [`the capability ${value}`]
  if (key === 'runAsUser' && value === 0) return ['the user root']
  return key === 'type' && value === 'Unconfined' ? [`no ${path.at(-2)}`] : []
}

const switches: Readonly<Record<string, string>> = {
  allowPrivilegeEscalation: 'the right to take more privileges',
  hostIPC: 'the memory that processes of its node share',
  hostPID: 'sight of every process of its node',
  privileged: 'all privileges on its node',
}
