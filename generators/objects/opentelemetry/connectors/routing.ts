import { type Connector, componentId, type Named } from '../component.ts'
import type { NonEmpty, PipelineId } from '../pipeline.ts'
import type { Signal, Signals } from '../signal.ts'

export interface RoutingSettings<S extends Signal> extends Named {
  /** Where all goes that no route takes. It would be lost without. */
  readonly default_pipelines: NonEmpty<PipelineId<S>>
  /** Tried in this order. */
  readonly table: NonEmpty<Route<S>>
}

export interface Route<S extends Signal> {
  /** A condition of OTTL: `resource.attributes["tenant"] == "acme"`. */
  readonly condition: string
  readonly pipelines: NonEmpty<PipelineId<S>>
  /** `move`: no other route sees it; `copy`: the routes behind it do, and the default pipelines. Default `move`. */
  readonly action?: 'copy' | 'move'
}

/** Sends each signal to pipelines by what it is. What a condition cannot be asked of goes to the default pipelines. */
export const routingConnector = <S extends Signal>(
  signal: S,
  { name, default_pipelines, table }: RoutingSettings<NoInfer<S>>,
): Connector<S, S> => {
  const only = { [signal]: true } as Signals<S>
  return {
    kind: 'connector',
    id: componentId('routing', name),
    settings: { error_mode: 'ignore', default_pipelines, table },
    extensions: [],
    takes: only,
    gives: only,
  }
}
