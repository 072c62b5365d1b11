import type { Rule, Shared } from '../rule.ts'
import type { CollectorRule } from './collector-rule.ts'
import { lateSamples } from './late-samples.ts'
import { patientSender } from './patient-sender.ts'
import { type CollectorsOf, collectorsIn, type PlacedCollector } from './placed-collectors.ts'
import { collectorRules } from './rules/index.ts'

/** Every rule about collectors, over a plan. They read each configuration once between them. */
const placedRules = (): readonly Rule[] => {
  const collectorsOf = remembered(collectorsIn)
  return [...collectorRules.map((rule) => placed(rule, collectorsOf)), patientSender(collectorsOf), lateSamples]
}

const placed = ({ name, because, check }: CollectorRule, collectorsOf: CollectorsOf): Rule => ({
  name,
  because,
  check: ({ placements }) =>
    placements.flatMap((placement) =>
      collectorsOf(placement).flatMap(({ subject, place }) =>
        check(subject).map(({ reason, fix }) => ({ rule: name, place, reason, fix })),
      ),
    ),
})

const remembered = (question: CollectorsOf): CollectorsOf => {
  const answers = new WeakMap<Shared['effective'], readonly PlacedCollector[]>()
  return (shared) => {
    const known = answers.get(shared.effective) ?? question(shared)
    answers.set(shared.effective, known)
    return known
  }
}

export const collectorRulesOverThePlan: readonly Rule[] = placedRules()
