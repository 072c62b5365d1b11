import type { Capability, CapabilityOf, Requirement } from '../fleet/capability.ts'
import type { CompleteCluster } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import { type Draft, ofKind, type Provision } from './draft.ts'
import { ambiguous, nobody, noDefinitions, type Wanted } from './unmet.ts'
import { equal } from './values.ts'

/** What one requirement came to. */
export interface Answer {
  readonly requirement: Requirement
  readonly capabilities: readonly Capability[]
  readonly asUsual: boolean
  readonly after?: Draft
  readonly problem?: Problem
}

/** API groups whose definitions come with the engine itself. */
const engineCrds: Readonly<Record<CompleteCluster['engine'], readonly string[]>> = {
  'argo-cd': ['argoproj.io'],
  flux: [
    'helm.toolkit.fluxcd.io',
    'kustomize.toolkit.fluxcd.io',
    'notification.toolkit.fluxcd.io',
    'source.toolkit.fluxcd.io',
  ],
}

/** Looks for what meets one requirement of a component. */
export const answer = (
  requirement: Requirement,
  draft: Draft,
  provisions: readonly Provision[],
  cluster: CompleteCluster,
): Answer => {
  switch (requirement.kind) {
    case 'crd':
      return answerCrd(requirement, draft, provisions, cluster)
    case 'endpoint':
      return answerOne(requirement, draft, ofKind(provisions, 'endpoint').filter(serving(requirement)), true)
    case 'monitor-labels':
      return answerOne(requirement, draft, ofKind(provisions, 'monitor-labels'), false)
    case 'all':
      return requirement.of === 'namespace'
        ? answerNamespaces(requirement, draft, cluster)
        : answerAll(requirement, draft, provisions)
    case 'secret':
      return { requirement, capabilities: [], asUsual: true }
  }
}

const serving =
  ({ name, from }: Extract<Requirement, { kind: 'endpoint' }>) =>
  ({ by, capability }: Provision<CapabilityOf<'endpoint'>>) =>
    capability.name === name && (from === undefined || by.name === from)

/** The component's own namespace alone is what it would take for granted. */
const answerNamespaces = (requirement: Gathering, draft: Draft, { namespaces }: CompleteCluster): Answer => ({
  requirement,
  capabilities: namespaces.map(({ name }) => ({ kind: 'namespace', name })),
  asUsual: namespaces.every(({ name }) => name === draft.namespace),
})

const answerAll = (requirement: Gathering, draft: Draft, provisions: readonly Provision[]): Answer => {
  const others = provisions.filter(({ by, capability }) => capability.kind === requirement.of && by !== draft)
  return { requirement, capabilities: others.map(({ capability }) => capability), asUsual: others.length === 0 }
}

type Gathering = Extract<Requirement, { kind: 'all' }>

const answerCrd = (
  requirement: Extract<Requirement, { kind: 'crd' }>,
  draft: Draft,
  provisions: readonly Provision[],
  cluster: CompleteCluster,
): Answer => {
  const { group } = requirement
  if (cluster.crds.includes(group) || engineCrds[cluster.engine].includes(group)) {
    return { requirement, capabilities: [], asUsual: true }
  }
  const provider = ofKind(provisions, 'crd').find(({ capability }) => capability.group === group)
  if (provider !== undefined) return { requirement, capabilities: [], asUsual: true, after: provider.by }
  return { requirement, capabilities: [], asUsual: true, problem: noDefinitions(group, draft) }
}

/** One provider, the one in the same namespace before all others. */
const answerOne = <C extends CapabilityOf<'endpoint' | 'monitor-labels'>>(
  requirement: Wanted,
  draft: Draft,
  candidates: readonly Provision<C>[],
  orders: boolean,
): Answer => {
  const near = candidates.filter(({ by }) => by.namespace === draft.namespace)
  const [chosen, second] = near.length > 0 ? near : candidates
  if (chosen === undefined) return { requirement, capabilities: [], asUsual: true, problem: nobody(requirement, draft) }
  const problem = second === undefined ? undefined : ambiguous(requirement, draft, [chosen, second])
  const usually = requirement.usually?.(draft.namespace)
  return {
    requirement,
    capabilities: [chosen.capability],
    asUsual: usually !== undefined && equal(usually, chosen.capability),
    ...(orders ? { after: chosen.by } : {}),
    ...(problem === undefined ? {} : { problem }),
  }
}
