import type { Requirement } from '../fleet/capability.ts'
import type { Answer } from './answer.ts'
import { type Draft, ofKind, type Provision } from './draft.ts'

/**
 * Whoever brings the Issuer to the namespace goes first. One that no component declares may still stand among somebody's
 * objects: the rule `references-exist` looks there, and tells when it is nowhere.
 */
export const answerIssuer = (
  requirement: Extract<Requirement, { kind: 'issuer' }>,
  draft: Draft,
  provisions: readonly Provision[],
): Answer => {
  const brought = ofKind(provisions, 'issuer').find(
    ({ by, capability }) => by.namespace === draft.namespace && capability.name === requirement.name,
  )
  const answer = { requirement, capabilities: [], asUsual: true }
  return brought === undefined ? answer : { ...answer, after: brought.by }
}
