import type { PrometheusRule } from '../../objects/prometheus/config.ts'

/** The folder of the repository where a page a alert says what it means, where to look and what to do. */
export const runbookFolder = 'docs/runbooks'

export interface Alert {
  /** Also the name of its runbook. */
  readonly name: string
  /** What is so. It keeps the labels that tell one case from another. */
  readonly when: string
  /** How long it must be so, as a Prometheus duration. Default: not at all. */
  readonly for?: string
  /** `critical` wakes somebody: data is lost, or nobody knows whether it is. */
  readonly severity: 'critical' | 'warning'
  readonly summary: string
  readonly description: string
}

/** An alert as Prometheus reads it, with the address of its runbook below the one that is given. */
export const alert =
  (runbooks: string) =>
  ({ name, when, for: pending, severity, summary, description }: Alert): PrometheusRule => ({
    alert: name,
    expr: when,
    ...(pending === undefined ? {} : { for: pending }),
    labels: { severity },
    annotations: { summary, description, runbook_url: `${runbooks}/${name}.md` },
  })
