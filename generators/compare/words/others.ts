import type { FieldChange } from '../change.ts'
import { fieldPath } from '../field-path.ts'
import { arrow } from './shown.ts'
import { type Leaf, leavesOf, type Teller } from './telling.ts'

/** More differences of one object than these are counted. */
const most = 3

/** Whatever nobody had better words for: `Deployment web: spec.minReadySeconds 5 → 10`, `values.grafana.replicas: 1 → 2`. */
export const otherWords: Teller = ({ object, leaves }) => {
  const fields = wholeAgain(leaves)
  if (object === undefined)
    return { words: fields.map((field) => `${fieldPath(['values', ...field.path])}: ${arrow(field)}`), rest: [] }
  if (fields.length === 0) return { words: [], rest: [] }
  const { kind, name } = object.identity
  const said =
    fields.length > most
      ? `${fields.length} values changed`
      : fields.map((field) => `${fieldPath(field.path)} ${arrow(field)}`).join(', ')
  return { words: [`${kind} ${name}: ${said}`], rest: [] }
}

/** Changes of which nothing was said yet stand whole again; of others, what is left. */
const wholeAgain = (leaves: readonly Leaf[]): readonly FieldChange[] =>
  [...new Set(leaves.map(({ of }) => of))].flatMap((of) => {
    const left = leaves.filter((leaf) => leaf.of === of)
    return left.length === leavesOf([of]).length ? [of] : left
  })
