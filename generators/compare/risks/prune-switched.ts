import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { isApplication } from '../../verify/argo-application.ts'
import type { ObjectChange } from '../change.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { isOwner } from './owner.ts'

/** An owner begins to prune, or stops it. */
export const pruneSwitched: Hazard = {
  name: 'prune-switched',
  among: ({ objects }) => objects.flatMap((one) => [...switched(one), ...policyChanged(one)]),
}

const switched = (one: ObjectChange): readonly Finding[] => {
  const { before, after } = one
  if (before === undefined || after === undefined || !isOwner(after) || prunes(before) === prunes(after)) return []
  return [prunes(after) ? about(one, 'begins to prune', begins) : about(one, 'no longer prunes', stops)]
}

const begins =
  'Whatever it brought at any time and the tree no longer has, it deletes as soon as this is applied, not just what is removed here. Look for such objects first, and mark those to be kept.'
const stops =
  'What is removed from the tree stays in the cluster from now on, unseen. Clear up by hand what is removed meanwhile.'

const prunes = (owner: KubernetesObject): boolean =>
  at(owner.spec, isApplication(owner) ? 'syncPolicy.automated.prune' : 'prune') === true

/** What Flux does with all of it once the owner itself goes away. */
const policyChanged = (one: ObjectChange): readonly Finding[] => {
  const { before, after } = one
  if (before === undefined || after === undefined || !isOwner(after) || isApplication(after)) return []
  const [was, is] = [before, after].map(({ spec }) => at(spec, 'deletionPolicy') ?? 'MirrorPrune')
  return was === is ? [] : [about(one, `changes its deletionPolicy from ${was} to ${is}`, atItsEnd)]
}

const atItsEnd =
  'This decides what becomes of everything it brought when it is deleted itself: Delete removes it, Orphan leaves it. Check that it is what you want on the day that it goes.'
