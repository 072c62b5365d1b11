import type { Change, ObjectChange, ReleaseChange, What } from '../compare/change.ts'
import { identityText } from '../compare/identity.ts'
import { toYaml } from '../output/yaml/emit.ts'
import { fieldTree } from './field-tree.ts'

/** What one difference of a change is of, as YAML before and after. Empty where there was nothing, or is nothing any more. */
export interface Sides {
  /** `Deployment monitoring/web`, `values of kube-prometheus-stack` */
  readonly of: string
  readonly what: What
  readonly before: string
  readonly after: string
}

/** Every difference of a change: values of the release, objects, how the controller handles it, what the chart makes of it. */
export const sidesOf = ({ release, objects, control, charted = [] }: Change): readonly Sides[] => [
  ...(release === undefined ? [] : valuesSides(release)),
  ...[...objects, ...control].map(objectSides),
  ...charted.map((one) => ({ ...objectSides(one), of: `${identityText(one.identity)}, out of the chart` })),
]

export const objectSides = ({ identity, what, before, after }: ObjectChange): Sides => ({
  of: identityText(identity),
  what,
  before: before === undefined ? '' : toYaml(before),
  after: after === undefined ? '' : toYaml(after),
})

/** Values may be thousands of lines long: what stays as it is, is left out. */
const valuesSides = ({ name, values }: ReleaseChange): readonly Sides[] => {
  if (values.length === 0) return []
  const side = (which: 'after' | 'before'): string =>
    empty(toYaml(fieldTree(values.filter((one) => which in one).map(({ path, [which]: value }) => ({ path, value })))))
  const [before, after] = [side('before'), side('after')]
  return [{ of: `values of ${name}`, what: whatOf(before, after), before, after }]
}

const whatOf = (before: string, after: string): What => (before === '' ? 'added' : after === '' ? 'removed' : 'changed')

const empty = (yaml: string): string => (yaml === '{}\n' ? '' : yaml)
