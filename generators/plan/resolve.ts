import type { Capability, CapabilityOf, Found, Requirement } from '../fleet/capability.ts'
import type { CompleteCluster, PlacedComponent } from '../fleet/complete/complete-fleet.ts'
import { nearest } from '../nearest.ts'
import type { Problem } from '../problem.ts'
import { equal } from './values.ts'

/** A component of a cluster with what it brings and needs, before anything is wired. */
export interface Draft extends PlacedComponent {
  readonly namespace: string
  readonly provides: readonly Capability[]
  readonly requires: readonly Requirement[]
}

/** What a component's requirements resolved to. */
export interface Resolution {
  /** Undefined when everything is as it usually is, so that nothing has to be said about it. */
  readonly found: Found | undefined
  /** Who must be ready first. */
  readonly after: readonly Draft[]
  readonly problems: readonly Problem[]
}

/** One capability and who brings it. */
export interface Provision<C extends Capability = Capability> {
  readonly by: Draft
  readonly capability: C
}

/** API groups whose definitions come with the engine itself. */
const engineCrds: Readonly<Record<CompleteCluster['engine'], readonly string[]>> = {
  flux: [
    'helm.toolkit.fluxcd.io',
    'kustomize.toolkit.fluxcd.io',
    'notification.toolkit.fluxcd.io',
    'source.toolkit.fluxcd.io',
  ],
}

/** Everything that the components of one cluster bring, by kind, to resolve their requirements against. */
export const provisionsOf = (drafts: readonly Draft[]): readonly Provision[] =>
  drafts.flatMap((by) => by.provides.map((capability) => ({ by, capability })))

const nothingRequired: Resolution = { found: undefined, after: [], problems: [] }

export const resolve = (draft: Draft, provisions: readonly Provision[], cluster: CompleteCluster): Resolution => {
  if (draft.requires.length === 0) return nothingRequired
  const answers = draft.requires.map((requirement) => answer(requirement, draft, provisions, cluster))
  const after = new Set(answers.flatMap(({ after }) => (after === undefined || after === draft ? [] : [after])))
  return {
    found: answers.every(({ asUsual }) => asUsual) ? undefined : foundIn(draft, answers),
    after: [...after],
    problems: answers.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
  }
}

interface Answer {
  readonly requirement: Requirement
  readonly capabilities: readonly Capability[]
  readonly asUsual: boolean
  readonly after?: Draft
  readonly problem?: Problem
}

const answer = (
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
    case 'all': {
      const others = provisions.filter(({ by, capability }) => capability.kind === requirement.of && by !== draft)
      return { requirement, capabilities: others.map(({ capability }) => capability), asUsual: others.length === 0 }
    }
    case 'secret':
      return { requirement, capabilities: [], asUsual: true }
  }
}

const ofKind = <K extends Capability['kind']>(provisions: readonly Provision[], kind: K) =>
  provisions.filter((one): one is Provision<CapabilityOf<K>> => one.capability.kind === kind)

const serving =
  ({ name, from }: Extract<Requirement, { kind: 'endpoint' }>) =>
  ({ by, capability }: Provision<CapabilityOf<'endpoint'>>) =>
    capability.name === name && (from === undefined || by.name === from)

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
  const problem = unmet(
    draft,
    `the custom resources of ${group}`,
    `add a component that brings them to ${draft.place.slice(0, 2).join('.')}, or say that they are there: crds: ['${group}']`,
  )
  return { requirement, capabilities: [], asUsual: true, problem }
}

/** One provider, the one in the same namespace before all others. */
const answerOne = <C extends CapabilityOf<'endpoint' | 'monitor-labels'>>(
  requirement: Extract<Requirement, { kind: 'endpoint' | 'monitor-labels' }>,
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

const described = (requirement: Extract<Requirement, { kind: 'endpoint' | 'monitor-labels' }>): string =>
  requirement.kind === 'endpoint'
    ? `an endpoint ${requirement.name}${requirement.from === undefined ? '' : ` from ${requirement.from}`}`
    : 'a Prometheus that reads its monitors'

/** The catalogue's component for each thing that may be missing. */
const usualProvider: Readonly<Record<string, string>> = {
  alertmanager: 'kubePrometheusStack()',
  grafana: 'kubePrometheusStack()',
  'loki-push': 'loki()',
  prometheus: 'kubePrometheusStack()',
  s3: 'minio()',
}

const nobody = (requirement: Extract<Requirement, { kind: 'endpoint' | 'monitor-labels' }>, draft: Draft): Problem => {
  const provider = usualProvider[requirement.kind === 'endpoint' ? requirement.name : 'prometheus']
  return unmet(draft, described(requirement), `add ${provider} to a namespace of ${draft.place.slice(0, 2).join('.')}`)
}

const unmet = (draft: Draft, what: string, fix: string): Problem => ({
  rule: 'requirement-met',
  place: draft.place,
  reason: `${draft.name} needs ${what}, and nothing in the cluster provides it`,
  fix,
})

const ambiguous = (
  requirement: Extract<Requirement, { kind: 'endpoint' | 'monitor-labels' }>,
  draft: Draft,
  candidates: readonly Provision[],
): Problem => ({
  rule: 'requirement-met',
  place: draft.place,
  reason: `${draft.name} needs ${described(requirement)}, and several provide it: ${candidates.map(({ by }) => `${by.namespace}/${by.name}`).join(', ')}`,
  fix: 'say which in its options, or keep one of them in its namespace',
})

const foundIn = (draft: Draft, answers: readonly Answer[]): Found => {
  const capabilities = answers.flatMap(({ capabilities }) => capabilities)
  const wanted = (kind: string) => draft.requires.some((one) => one.kind === 'all' && one.of === kind)
  const all = <K extends Capability['kind']>(kind: K) =>
    capabilities.filter((one): one is CapabilityOf<K> => one.kind === kind)
  return {
    endpoint: (name) => all('endpoint').find((one) => one.name === name)?.url,
    monitorLabels: () => all('monitor-labels')[0]?.labels,
    all: (kind) => (wanted(kind) ? all(kind) : undefined),
  }
}

const nothingSaid = { after: [], problems: [] }

/** Components that must come first because the fleet says so. */
export const saidToPrecede = (
  draft: Draft,
  drafts: readonly Draft[],
): { readonly after: readonly Draft[]; readonly problems: readonly Problem[] } => {
  if (draft.options.after === undefined) return nothingSaid
  const beside = drafts.filter(({ namespace, name }) => namespace === draft.namespace && name !== draft.name)
  const names = Array.isArray(draft.options.after) ? draft.options.after.map(String) : []
  const missing = names.filter((name) => !beside.some((one) => one.name === name))
  return {
    after: beside.filter(({ name }) => names.includes(name)),
    problems: missing.map((name) => {
      const guess = nearest(
        name,
        beside.map((one) => one.name),
      )
      return {
        rule: 'known-component',
        place: [...draft.place, 'after'],
        reason: `no other component in ${draft.namespace} is called '${name}'`,
        fix: guess === undefined ? 'name a component of the same namespace' : `write '${guess}'`,
      }
    }),
  }
}
