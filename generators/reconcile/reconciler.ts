import type { Kubectl } from '../output/kubectl.ts'
import type { Problem } from '../problem.ts'
import type { Progress } from '../progress.ts'
import type { Standing } from './standing.ts'

/** How the engine of a cluster is made to apply a commit, and asked what came of it. */
export interface Reconciler {
  /** What it applies by itself: `Kustomization`. */
  readonly unit: 'Application' | 'Kustomization'
  /** How many of them the fleet wants. */
  readonly count: number
  /** Where it fetches the tree. */
  readonly url: string
  /** Refuses a cluster without the engine, and one whose engine follows another tree. Answers with what it lacks besides. */
  readonly prepare: (ask: Kubectl) => Promise<readonly Problem[]>
  /** Answers with what is not ready in the end. */
  readonly reconcile: (ask: Kubectl, run: Run) => Promise<readonly Standing[]>
}

export interface Run {
  /** Full hash of the commit that the cluster must apply. */
  readonly commit: string
  /** When what is not ready counts as failed, as `Date.now()` counts. */
  readonly end: number
  readonly say: (line: string) => void
  /** How many of its units are ready, and what is waited for. */
  readonly progress: Progress
}
