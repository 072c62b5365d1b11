import { componentId, type Extension, type Named } from '../component.ts'

/** The port of the probes. */
export const healthPort = 13133

export interface HealthCheckSettings extends Named {
  /** Default `0.0.0.0:13133`. */
  readonly endpoint?: string
}

/** Answers the kubelet's probes: ready once every pipeline has started. */
export const healthCheck = ({ name, endpoint = `0.0.0.0:${healthPort}` }: HealthCheckSettings = {}): Extension => ({
  kind: 'extension',
  id: componentId('health_check', name),
  settings: { endpoint },
  extensions: [],
})
