import { isRecord } from '../../fleet/checks/check.ts'
import { grouped } from '../../grouped.ts'
import { orderStep } from '../field-path.ts'
import { heldIn } from '../held-text.ts'
import { arrow, listed, shown } from './shown.ts'
import type { Leaf, Teller } from './telling.ts'

type Noun = 'alert' | 'recording rule'

interface Rule {
  readonly noun: Noun
  readonly name: string
}

/** `2 alerts added: A, B`, `1 alert changed: C (for 5m → 10m)`: of rule objects, and of rule files in ConfigMaps. */
export const ruleWords: Teller = ({ leaves }) => {
  const within = leaves.filter((leaf) => ruleStep(leaf) !== undefined)
  const whole = leaves.filter((leaf) => !within.includes(leaf) && rulesIn(leaf.after ?? leaf.before).length > 0)
  const of = (which: 'after' | 'before') =>
    [...within, ...whole].filter(onlyIn(which)).flatMap((leaf) => rulesIn(leaf[which]))
  const changed = [
    ...grouped(
      within.filter((leaf) => !isRule(leaf)),
      ({ path }) => path.slice(0, ruleStep({ path })! + 1).join('\n'),
    ).values(),
  ]
  return {
    words: [
      ...said(of('after'), 'added'),
      ...said(of('before'), 'removed'),
      ...said(changed.map(changedRule), 'changed'),
    ],
    rest: leaves.filter((leaf) => !within.includes(leaf) && !whole.includes(leaf)),
  }
}

/** What an object or a text brings, however deep. */
export const rulesIn = (value: unknown): readonly Rule[] => {
  if (typeof value === 'string') return value.includes('rules') ? rulesIn(heldIn(value)) : []
  if (Array.isArray(value)) return value.flatMap(rulesIn)
  if (!isRecord(value)) return []
  const { alert, record } = value
  if (typeof alert === 'string' && 'expr' in value) return [{ noun: 'alert', name: alert }]
  if (typeof record === 'string' && 'expr' in value) return [{ noun: 'recording rule', name: record }]
  return Object.values(value).flatMap(rulesIn)
}

/** `2 alerts added: A, B` */
export const said = (rules: readonly Rule[], happens: string): readonly string[] =>
  [...grouped(rules, ({ noun }) => noun)].map(
    ([noun, those]) =>
      `${those.length} ${noun}${those.length === 1 ? '' : 's'} ${happens}: ${listed(those.map(({ name }) => name))}`,
  )

const onlyIn =
  (which: 'after' | 'before') =>
  (leaf: Leaf): boolean =>
    !((which === 'after' ? 'before' : 'after') in leaf)

/** The index of the step to a rule on the way to a change: `groups`, `[web]`, `rules`, `[WebDown]`. */
const ruleStep = ({ path }: Pick<Leaf, 'path'>): number | undefined => {
  const index = path.findIndex(
    (step, at) =>
      path[at - 3] === 'groups' && path[at - 1] === 'rules' && !/^\[\d+\]$/.test(step) && step !== orderStep,
  )
  return index === -1 ? undefined : index
}

const isRule = (leaf: Leaf): boolean => leaf.path.length - 1 === ruleStep(leaf)

/** Names of recorded series have colons, by everybody's convention; those of alerts cannot be told by people with them. */
const changedRule = (leaves: readonly Leaf[]): Rule => {
  const at = ruleStep(leaves[0]!)!
  const name = leaves[0]!.path[at]!.slice(1, -1)
  const fields = leaves.map((leaf) => {
    const field = leaf.path.slice(at + 1).join('.')
    return field === 'expr' || shown(leaf.after ?? leaf.before).length > 12 ? field : `${field} ${arrow(leaf)}`
  })
  return { noun: name.includes(':') ? 'recording rule' : 'alert', name: `${name} (${listed(fields, 2)})` }
}
