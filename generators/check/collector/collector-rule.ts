import type { CollectorGraph } from './collector-graph.ts'
import type { CollectorPod } from './collector-pod.ts'

/** What a rule may look at: one collector, and the Pod that it runs in where that is known. */
export interface CollectorSubject {
  readonly graph: CollectorGraph
  readonly pod?: CollectorPod
}

/** A mistake in a collector's configuration that can no longer be committed. */
export interface CollectorRule {
  /** In kebab-case, as problems and people name it. */
  readonly name: string
  /** What happened to whom, in a sentence. */
  readonly because: string
  readonly check: (subject: CollectorSubject) => readonly Finding[]
}

/** What is wrong, and where in the configuration: `['exporters', 'otlp_grpc/hub', 'timeout']`. */
export interface Finding {
  readonly at: readonly string[]
  readonly reason: string
  readonly fix: string
}
