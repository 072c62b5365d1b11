import type { Found } from '../fleet/capability.ts'
import type { CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import { inOrder } from './dependencies.ts'
import type { PlacedDraft } from './drafts.ts'
import { networkPoliciesComponent } from './network-policies/closed.ts'
import type { Brought, Dependency, PlannedSecret, Use } from './placement.ts'
import { resolve, type Surroundings } from './resolve.ts'
import { saidToPrecede } from './said-first.ts'
import { secretsComponent } from './secrets.ts'
import type { Shape } from './shape.ts'

/** How one component is wired to the others. */
export interface Wiring {
  /** Whose endpoints it talks to. */
  readonly uses: readonly Use[]
  /** Undefined when everything is as it usually is, so that nothing has to be said about it. */
  readonly found: Found | undefined
  readonly dependsOn: readonly Dependency[]
}

/** The wirings of the components of a cluster, in their order, and what they bring to each other. */
export interface Wired {
  readonly wirings: readonly Wiring[]
  readonly brought: readonly Brought[]
  readonly problems: readonly Problem[]
}

/** What the components of a cluster are wired from, and what must be ready before them. */
export interface Unwired {
  readonly shape: Shape
  readonly drafts: readonly PlacedDraft[]
  readonly secrets: readonly PlannedSecret[]
  readonly closed: readonly CompleteNamespace[]
  readonly around: Surroundings
}

/** Wires clusters one after the other: those of one shape once, unless something is wrong, which has a place in each. */
export const wirings = (): ((unwired: Unwired) => Wired) => {
  const known = new Map<Shape, Wired>()
  return (unwired) => {
    const wired = known.get(unwired.shape) ?? wire(unwired)
    if (wired.problems.length === 0) known.set(unwired.shape, wired)
    return wired
  }
}

const wire = ({ drafts, secrets, closed, around }: Unwired): Wired => {
  const problems: Problem[] = []
  const wirings = drafts.map((draft): Wiring => {
    const { uses, found, after, problems: unmet } = resolve(draft, around)
    const said = saidToPrecede(draft, drafts)
    // What was left out for another mistake is not missed as well.
    if (draft.isWhole) problems.push(...unmet, ...said.problems)
    const first = [...after, ...said.after].map(({ name, namespace }) => ({ name, namespace }))
    const dependsOn = inOrder([...first, ...secretsFirst(draft, secrets), ...policiesFirst(draft, closed)])
    return { uses, found, dependsOn }
  })
  const brought = around.provisions.map(({ by: { name, namespace }, capability }) => ({
    capability,
    by: { name, namespace },
  }))
  return { wirings, brought, problems }
}

/** A component waits for its namespace's Secrets when one that it reads comes out of the tree. */
const secretsFirst = (draft: PlacedDraft, secrets: readonly PlannedSecret[]): readonly Dependency[] =>
  draft.requires.some(
    (one) =>
      one.kind === 'secret' &&
      secrets.some(
        ({ namespace, name, source }) =>
          namespace === draft.namespace && name === one.name && source.from !== 'existing',
      ),
  )
    ? [{ name: secretsComponent, namespace: draft.namespace }]
    : []

/** No Pod of a closed namespace runs before it is closed. */
const policiesFirst = (draft: PlacedDraft, closed: readonly CompleteNamespace[]): readonly Dependency[] =>
  closed.includes(draft.in) ? [{ name: networkPoliciesComponent, namespace: draft.namespace }] : []
