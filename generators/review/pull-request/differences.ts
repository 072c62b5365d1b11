import { createTwoFilesPatch } from 'diff'
import type { Change, ObjectChange, ReleaseChange } from '../../compare/change.ts'
import { identityText } from '../../compare/identity.ts'
import { toYaml } from '../../output/yaml/emit.ts'
import { fieldTree } from './field-tree.ts'

/** A difference with what it is of, ready to stand in a block of code. */
export interface Difference {
  /** `Deployment monitoring/web`, `values of kube-prometheus-stack` */
  readonly of: string
  /** In unified form, without the two lines that name files. */
  readonly text: string
}

/** Every difference of a change: values of the release, objects, how the controller handles it, what the chart makes of it. */
export const differencesOf = ({ release, objects, control, charted = [] }: Change): readonly Difference[] => [
  ...(release === undefined ? [] : valuesDifference(release)),
  ...[...objects, ...control].map(objectDifference),
  ...charted.map((one) => ({ ...objectDifference(one), of: `${identityText(one.identity)}, out of the chart` })),
]

export const objectDifference = ({ identity, before, after }: ObjectChange): Difference => ({
  of: identityText(identity),
  text: unified(before === undefined ? '' : toYaml(before), after === undefined ? '' : toYaml(after)),
})

/** Values may be thousands of lines long: what stays as it is, is left out. */
const valuesDifference = ({ name, values }: ReleaseChange): readonly Difference[] => {
  if (values.length === 0) return []
  const side = (which: 'after' | 'before'): string =>
    toYaml(fieldTree(values.filter((one) => which in one).map((one) => ({ path: one.path, value: one[which] }))))
  return [{ of: `values of ${name}`, text: unified(side('before'), side('after')) }]
}

/** From the first line that tells where it is: those before it name files, and there are none. */
const unified = (before: string, after: string): string => {
  const patch = createTwoFilesPatch('', '', empty(before), empty(after), undefined, undefined, { context: 3 })
  return patch
    .slice(Math.max(0, patch.indexOf('\n@@') + 1))
    .replaceAll('\n\\ No newline at end of file', '')
    .trimEnd()
}

const empty = (yaml: string): string => (yaml === '{}\n' ? '' : yaml)
