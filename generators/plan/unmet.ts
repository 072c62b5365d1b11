import type { NodeFeature, Requirement } from '../fleet/capability.ts'
import { type Engine, engineNames } from '../fleet/cluster.ts'
import { nearest } from '../nearest.ts'
import { type Problem, placeName } from '../problem.ts'
import type { Draft, Provision } from './draft.ts'
import { usualProvider } from './usual-provider.ts'

/** A requirement that one provider has to meet. */
export type Wanted = Extract<Requirement, { kind: 'endpoint' | 'monitor-labels' }>

const described = (requirement: Wanted): string =>
  requirement.kind === 'endpoint'
    ? `an endpoint ${requirement.name}${requirement.from === undefined ? '' : ` from ${requirement.from}`}`
    : 'a Prometheus that reads its monitors'

/** Nobody answers; the catalogue's own component for it is suggested. */
export const nobody = (requirement: Wanted, draft: Draft): Problem => {
  const isMeant = (one: Requirement) => one.kind === requirement.kind && isSameEndpoint(one, requirement)
  return unmet(
    draft,
    isMeant,
    described(requirement),
    `add ${usualProvider(requirement)} to a namespace of ${clusterOf(draft)}`,
  )
}

/** Nobody brings the definitions of a custom resource. */
export const noDefinitions = (group: string, draft: Draft, engine: Engine | undefined): Problem => {
  const remedy =
    engine === undefined
      ? `add a component that brings them to ${clusterOf(draft)}`
      : `leave ${draft.name} to clusters of ${engineNames[engine]}, which brings them`
  return unmet(
    draft,
    (one) => one.kind === 'crd' && one.group === group,
    `the custom resources of ${group}`,
    `${remedy}, or say that they are there: crds: ['${group}']`,
  )
}

/** No node of the cluster can do what it needs: its Pods would be pending for ever. */
export const noNodes = (feature: NodeFeature, draft: Draft): Problem => ({
  rule: 'requirement-met',
  place: draft.placeOf((one) => one.kind === 'node-feature' && one.feature === feature),
  reason: `${draft.name} needs nodes with ${feature}, and the cluster has none: its Pods would be pending for ever`,
  fix: `say which nodes have it: nodePools: { gpu: { gpu: true, labels: { … } } } at ${clusterOf(draft)}`,
})

const clusterOf = ({ place }: Draft): string => place.slice(0, 2).join('.')

const isSameEndpoint = (one: Requirement, other: Requirement): boolean =>
  one.kind !== 'endpoint' || other.kind !== 'endpoint' || one.name === other.name

const unmet = (draft: Draft, isMeant: (requirement: Requirement) => boolean, what: string, fix: string): Problem => ({
  rule: 'requirement-met',
  place: draft.placeOf(isMeant),
  reason: `${draft.name} needs ${what}, and nothing in the cluster provides it`,
  fix,
})

/** Several answer, and none of them is nearer than the others. */
export const ambiguous = (requirement: Wanted, draft: Draft, candidates: readonly Provision[]): Problem => ({
  rule: 'requirement-met',
  place: draft.place,
  reason: `${draft.name} needs ${described(requirement)}, and several provide it: ${candidates.map(({ by }) => `${by.namespace}/${by.name}`).join(', ')}`,
  fix: 'say which in its options, or keep one of them in its namespace',
})

type Calling = Extract<Requirement, { kind: 'endpoint' }>

const callPlace = (requirement: Calling, draft: Draft) =>
  draft.placeOf((one) => one.kind === 'endpoint' && one.name === requirement.name && one.in === requirement.in)

/** It is to reach a cluster that the fleet does not have. */
export const noSuchCluster = (requirement: Calling, name: string, draft: Draft, names: readonly string[]): Problem => {
  const guess = nearest(name, names)
  return {
    rule: 'requirement-met',
    place: callPlace(requirement, draft),
    reason: `${draft.name} needs ${described(requirement)} in the cluster ${name}, and the fleet has no such cluster`,
    fix: guess === undefined ? `write one of: ${names.join(', ')}` : `write '${guess}'`,
  }
}

/** One of them speaks TLS and the other does not: what is sent would be refused, or read by whoever carries it. */
export const disagreeing = (requirement: Calling, name: string, draft: Draft, { by }: Provision): Problem => {
  const there = placeName(by.place)
  const answering = `${by.namespace}/${by.name} in the cluster ${name}`
  return {
    rule: 'requirement-met',
    place: draft.placeOf((one) => one.kind === 'endpoint' && one.encrypted === requirement.encrypted),
    reason: requirement.encrypted
      ? `${draft.name} shows a certificate and wants to see one, and ${answering} has none`
      : `${draft.name} sends in the open, and ${answering} takes nothing from whoever shows no certificate`,
    fix: requirement.encrypted
      ? `write mtls: false here too, or leave it out at ${there}`
      : `leave mtls out here, or write mtls: false at ${there} too`,
  }
}

/** The other cluster does not have it, or keeps it to itself. */
export const notExported = (
  requirement: Calling,
  name: string,
  draft: Draft,
  serving: readonly Provision[],
): Problem => {
  const [first] = serving
  return {
    rule: 'requirement-met',
    place: callPlace(requirement, draft),
    reason:
      first === undefined
        ? `${draft.name} needs ${described(requirement)} in the cluster ${name}, and nothing there provides it`
        : `${draft.name} needs ${described(requirement)} in the cluster ${name}, and ${first.by.namespace}/${first.by.name}, which provides it there, cannot be reached from other clusters`,
    fix:
      first === undefined
        ? `add ${usualProvider(requirement)} to a namespace of clusters.${name}`
        : `give ${first.by.place.join('.')} an address outside its cluster, or send to another cluster`,
  }
}
