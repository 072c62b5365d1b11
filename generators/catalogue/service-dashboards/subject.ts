import { choice, type Variable } from '../../objects/grafana/variables.ts'

/** Which services the dashboards are about. */
export interface Subject {
  /** What the dashboards' own names begin with. */
  readonly name: string
  readonly services: readonly string[]
  readonly namespace: string
}

/** Lets people choose among the services. */
export const serviceChoice = ({ services }: Subject): Variable => choice('service', 'Service', services)

/** What matches the chosen services' series and lines, by the labels that Kubernetes gives every container. */
export const ofServices = ({ namespace }: Subject): readonly string[] => [
  `namespace="${namespace}"`,
  'container=~"$service"',
]
