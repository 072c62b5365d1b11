import type { Place, Problem } from '../../problem.ts'
import { readCollector } from './collector-graph.ts'
import type { CollectorPod } from './collector-pod.ts'
import { collectorRules } from './rules/index.ts'

/**
 * What is wrong with a collector's configuration, whoever wrote it. A problem's place is that of the configuration, and
 * the way into it from there. What depends on the Pod is looked at where the Pod is given.
 */
export const checkCollector = (config: unknown, place: Place, pod?: CollectorPod): readonly Problem[] => {
  const subject = { graph: readCollector(config), ...(pod === undefined ? {} : { pod }) }
  return collectorRules.flatMap(({ name, check }) =>
    check(subject).map(({ at, reason, fix }) => ({ rule: name, place: [...place, ...at], reason, fix })),
  )
}
