import type { Capability, CapabilityOf, Requirement } from '../fleet/capability.ts'
import { type Engine, engines } from '../fleet/cluster.ts'
import type { CompleteCluster } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import type { Across } from './across.ts'
import { answerIssuer } from './answer-issuer.ts'
import { answerNodes } from './answer-nodes.ts'
import { type Draft, ofKind, type Provision } from './draft.ts'
import type { Use } from './placement.ts'
import type { Surroundings } from './resolve.ts'
import { ambiguous, disagreeing, nobody, noDefinitions, noSuchCluster, notExported, type Wanted } from './unmet.ts'
import { equal } from './values.ts'

/** What one requirement came to. */
export interface Answer {
  readonly requirement: Requirement
  readonly capabilities: readonly Capability[]
  readonly asUsual: boolean
  readonly after?: Draft
  readonly uses?: Use
  readonly problem?: Problem
}

/** API groups whose definitions come with the engine itself. */
export const engineCrds: Readonly<Record<Engine, readonly string[]>> = {
  'argo-cd': ['argoproj.io'],
  flux: [
    'helm.toolkit.fluxcd.io',
    'kustomize.toolkit.fluxcd.io',
    'notification.toolkit.fluxcd.io',
    'source.toolkit.fluxcd.io',
  ],
}

/** The engine that brings a group of definitions, for a cluster that another one reconciles. */
const engineOf = (group: string): Engine | undefined => engines.find((engine) => engineCrds[engine].includes(group))

/** Looks for what meets one requirement of a component. */
export const answer = (requirement: Requirement, draft: Draft, around: Surroundings): Answer => {
  const { cluster, provisions } = around
  switch (requirement.kind) {
    case 'crd':
      return answerCrd(requirement, draft, provisions, cluster)
    case 'endpoint':
      return requirement.in === undefined || requirement.in === cluster.name
        ? answerEndpoint(requirement, draft, provisions)
        : answerAcross(requirement, requirement.in, draft, around.others)
    case 'monitor-labels':
      return answerOne(requirement, draft, ofKind(provisions, 'monitor-labels'))
    case 'all':
      return requirement.of === 'namespace'
        ? answerNamespaces(requirement, draft, cluster)
        : answerAll(requirement, draft, provisions)
    case 'issuer':
      return answerIssuer(requirement, draft, provisions)
    case 'node-feature':
      return answerNodes(requirement, draft, around)
    case 'outside':
    case 'secret':
      return { requirement, capabilities: [], asUsual: true }
  }
}

const serving =
  ({ name, from }: Calling) =>
  ({ by, capability }: Provision<CapabilityOf<'endpoint'>>) =>
    capability.name === name && (from === undefined || by.name === from)

const answerEndpoint = (requirement: Calling, draft: Draft, provisions: readonly Provision[]): Answer => {
  const met = answerOne(requirement, draft, ofKind(provisions, 'endpoint').filter(serving(requirement)))
  const { by, endpoint } = met
  if (by === undefined || endpoint?.kind !== 'endpoint') return met
  return { ...met, after: by, uses: { endpoint, by: { name: by.name, namespace: by.namespace } } }
}

/** Another cluster's endpoint is known by its address from outside, and nothing here can wait for it. */
const answerAcross = (requirement: Calling, name: string, draft: Draft, others: Across): Answer => {
  const unmet = (problem: Problem): Answer => ({ requirement, capabilities: [], asUsual: false, problem })
  const provisions = others.in(name)
  if (provisions === undefined) return unmet(noSuchCluster(requirement, name, draft, others.names))
  const serves = ofKind(provisions, 'endpoint').filter(serving(requirement))
  const exported = serves.find(({ capability }) => capability.outside !== undefined)
  if (exported?.capability.outside === undefined) return unmet(notExported(requirement, name, draft, serves))
  const { by, capability } = exported
  const endpoint = { ...capability, url: exported.capability.outside }
  if (!agree(requirement, endpoint.url)) return unmet(disagreeing(requirement, name, draft, exported))
  const role = others.roleOf(name)
  return {
    requirement,
    capabilities: [endpoint],
    asUsual: false,
    uses: {
      endpoint,
      by: { name: by.name, namespace: by.namespace },
      in: name,
      ...(role === undefined ? {} : { role }),
    },
  }
}

/** The component's own namespace alone is what it would take for granted. */
const answerNamespaces = (requirement: Gathering, draft: Draft, { namespaces }: CompleteCluster): Answer => ({
  requirement,
  capabilities: namespaces.map(({ name }) => ({ kind: 'namespace', name })),
  asUsual: namespaces.every(({ name }) => name === draft.namespace),
})

/** An address without a scheme says nothing of TLS. */
const agree = ({ encrypted }: Calling, url: string): boolean => {
  const scheme = /^(https?):/.exec(url)?.[1]
  return encrypted === undefined || scheme === undefined || encrypted === (scheme === 'https')
}

const answerAll = (requirement: Gathering, draft: Draft, provisions: readonly Provision[]): Answer => {
  const others = provisions.filter(({ by, capability }) => capability.kind === requirement.of && by !== draft)
  return { requirement, capabilities: others.map(({ capability }) => capability), asUsual: others.length === 0 }
}

type Calling = Extract<Requirement, { kind: 'endpoint' }>
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
  return { requirement, capabilities: [], asUsual: true, problem: noDefinitions(group, draft, engineOf(group)) }
}

/** One provider, the one in the same namespace before all others. */
const answerOne = <C extends CapabilityOf<'endpoint' | 'monitor-labels'>>(
  requirement: Wanted,
  draft: Draft,
  candidates: readonly Provision<C>[],
): Answer & { readonly by?: Draft; readonly endpoint?: C } => {
  const near = candidates.filter(({ by }) => by.namespace === draft.namespace)
  const [chosen, second] = near.length > 0 ? near : candidates
  if (chosen === undefined) return unanswered(requirement, draft)
  const problem = second === undefined ? undefined : ambiguous(requirement, draft, [chosen, second])
  const usually = requirement.usually?.(draft.namespace)
  return {
    requirement,
    capabilities: [chosen.capability],
    asUsual: usually !== undefined && equal(usually, chosen.capability),
    by: chosen.by,
    endpoint: chosen.capability,
    ...(problem === undefined ? {} : { problem }),
  }
}

/** What nobody has to provide is not there, even where the base layer took it for granted. */
const unanswered = (requirement: Wanted, draft: Draft): Answer =>
  requirement.kind === 'endpoint' && requirement.optional
    ? { requirement, capabilities: [], asUsual: requirement.usually === undefined }
    : { requirement, capabilities: [], asUsual: true, problem: nobody(requirement, draft) }
