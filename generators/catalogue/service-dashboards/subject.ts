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

/** The chosen services' series and lines, by the labels that Kubernetes gives every container, and more. */
export const ofServices = ({ namespace }: Subject, ...more: readonly string[]): string =>
  `{${[`namespace="${namespace}"`, 'container=~"$service"', ...more].join(', ')}}`
