import type { Rule } from '../rule.ts'
import type { CollectorRule } from './collector-rule.ts'
import { patientSender } from './patient-sender.ts'
import { collectorsIn } from './placed-collectors.ts'
import { collectorRules } from './rules/index.ts'

const placed = ({ name, because, check }: CollectorRule): Rule => ({
  name,
  because,
  check: ({ placements, once }) =>
    placements.flatMap((placement) =>
      once(placement, collectorsIn).flatMap(({ subject, place }) =>
        check(subject).map(({ reason, fix }) => ({ rule: name, place, reason, fix })),
      ),
    ),
})

/** Every rule about collectors, which are plain objects, over a plan. */
export const collectorRulesOverThePlan: readonly Rule[] = [...collectorRules.map(placed), patientSender]
