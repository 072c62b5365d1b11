import type { Capability, CapabilityOf, Found } from '../fleet/capability.ts'
import type { CompleteCluster } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import type { Across } from './across.ts'
import { type Answer, answer } from './answer.ts'
import type { Draft, Provision } from './draft.ts'
import type { Use } from './placement.ts'

/** What a component's requirements resolved to. */
export interface Resolution {
  /** Whose endpoints it talks to. */
  readonly uses: readonly Use[]
  /** Undefined when everything is as it usually is, so that nothing has to be said about it. */
  readonly found: Found | undefined
  /** Who must be ready first. */
  readonly after: readonly Draft[]
  readonly problems: readonly Problem[]
}

const nothingRequired: Resolution = { found: undefined, uses: [], after: [], problems: [] }

/** What a component's requirements are met from. */
export interface Surroundings {
  readonly cluster: CompleteCluster
  readonly provisions: readonly Provision[]
  readonly others: Across
}

/** Meets the requirements of a component from what the others in its cluster bring. */
export const resolve = (draft: Draft, around: Surroundings): Resolution => {
  if (draft.requires.length === 0) return nothingRequired
  const answers = draft.requires.map((requirement) => answer(requirement, draft, around))
  const after = new Set(answers.flatMap(({ after }) => (after === undefined || after === draft ? [] : [after])))
  return {
    found: answers.every(({ asUsual }) => asUsual) ? undefined : foundIn(draft, answers),
    uses: answers.flatMap(({ uses }) => (uses === undefined ? [] : [uses])),
    after: [...after],
    problems: answers.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
  }
}

const foundIn = (draft: Draft, answers: readonly Answer[]): Found => {
  const capabilities = answers.flatMap(({ capabilities }) => capabilities)
  const wanted = (kind: string) => draft.requires.some((one) => one.kind === 'all' && one.of === kind)
  const all = <K extends Capability['kind']>(kind: K) =>
    capabilities.filter((one): one is CapabilityOf<K> => one.kind === kind)
  return {
    endpoint: (name) => all('endpoint').find((one) => one.name === name)?.url,
    monitorLabels: () => all('monitor-labels')[0]?.labels,
    nodes: (feature) => all('node-feature').find((one) => one.feature === feature),
    all: (kind) => (wanted(kind) ? all(kind) : undefined),
  }
}
