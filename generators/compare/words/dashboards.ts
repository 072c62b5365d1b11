import { isRecord } from '../../fleet/checks/check.ts'
import { grouped } from '../../grouped.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { heldIn } from '../held-text.ts'
import type { Leaf, Teller, Thing } from './telling.ts'

/** `dashboard flux: 1 panel changed, 1 added`, for every dashboard in a ConfigMap. */
export const dashboardWords: Teller = (thing) => {
  const isOfDashboard = ({ path }: Leaf): boolean => path[0] === 'data' && isDashboard(thing, path[1])
  const files = grouped(thing.leaves.filter(isOfDashboard), ({ path }) => path[1]!)
  return {
    words: [...files].map(([file, leaves]) => `dashboard ${nameOf(file)}${happens(leaves)}`),
    rest: thing.leaves.filter((leaf) => !isOfDashboard(leaf)),
  }
}

/** The dashboards that an object brings, by name. */
export const dashboardsIn = (object: KubernetesObject | undefined): readonly string[] =>
  isRecord(object?.data)
    ? Object.entries(object.data).flatMap(([file, text]) => (holdsPanels(file, text) ? [nameOf(file)] : []))
    : []

const nameOf = (file: string): string => file.replace(/\.json$/, '')

const isDashboard = ({ object }: Thing, file = ''): boolean =>
  [object?.after, object?.before].some((one) => isRecord(one?.data) && holdsPanels(file, one.data[file]))

const holdsPanels = (file: string, text: unknown): boolean => {
  if (!file.endsWith('.json') || typeof text !== 'string' || !text.includes('"panels"')) return false
  const held = heldIn(text)
  return isRecord(held) && Array.isArray(held.panels)
}

const happens = (leaves: readonly Leaf[]): string => {
  const whole = leaves.find(({ path }) => path.length === 2)
  if (whole !== undefined) return !('before' in whole) ? ' added' : !('after' in whole) ? ' removed' : ' changed'
  const panels = grouped(
    leaves.filter((leaf) => panelStep(leaf) > 0),
    (leaf) => leaf.path.slice(0, panelStep(leaf) + 1).join('\n'),
  )
  const fates = [...panels.values()].map(fate).filter((one) => one !== 'moved')
  const counted = (['changed', 'added', 'removed'] as const)
    .map((one) => ({ one, number: fates.filter((other) => other === one).length }))
    .filter(({ number }) => number > 0)
    .map(({ one, number }, index) =>
      index > 0 ? `${number} ${one}` : `${number} ${number === 1 ? 'panel' : 'panels'} ${one}`,
    )
  const others = leaves.some((leaf) => panelStep(leaf) < 0) ? ['settings changed'] : []
  const said = [...counted, ...others]
  return `: ${said.length === 0 ? 'panels moved' : said.join(', ')}`
}

/** The index of the step to the panel, or to the innermost of rows. */
const panelStep = ({ path }: Leaf): number =>
  path.findLastIndex((step, index) => path[index - 1] === 'panels' && step.startsWith('['))

const fate = (leaves: readonly Leaf[]): 'added' | 'changed' | 'moved' | 'removed' => {
  const whole = leaves.find((leaf) => leaf.path.length - 1 === panelStep(leaf))
  if (whole !== undefined && !('before' in whole)) return 'added'
  if (whole !== undefined && !('after' in whole)) return 'removed'
  // Whoever inserts one numbers and moves all others.
  return leaves.every((leaf) => /^(id|gridPos)$/.test(leaf.path[panelStep(leaf) + 1] ?? '')) ? 'moved' : 'changed'
}
