import type { Connector, Exporter, Processor, Receiver } from '../../objects/opentelemetry/component.ts'
import { type Route, routingConnector } from '../../objects/opentelemetry/connectors/routing.ts'
import { verbatim } from '../../objects/opentelemetry/environment.ts'
import type { Pipeline } from '../../objects/opentelemetry/pipeline.ts'
import type { Signal } from '../../objects/opentelemetry/signal.ts'
import { type Destination, senderName } from './destinations.ts'

/** A way in, and what is done to whatever comes by it. */
export interface Intake {
  readonly name: string
  readonly receiver: Receiver<Signal>
  readonly processors: readonly Processor<Signal>[]
}

interface Ways<S extends Signal> {
  readonly intakes: readonly Intake[]
  readonly store: Exporter<S>
  readonly senders: readonly { readonly destination: Destination; readonly sender: Exporter<S> }[]
}

type PipelinesOf<S extends Signal> = Readonly<Record<`${S}/${string}`, Pipeline<S>>>

/** From each way in to the store, and where there are destinations, by a crossing to each that wants the signal. */
export const pipelinesOf = <S extends Signal>(signal: S, { intakes, store, senders }: Ways<S>): PipelinesOf<S> => {
  const crossing = crossingTo(signal, senders)
  const named = (name: string, pipeline: Pipeline<S>) => [`${signal}/${name}`, pipeline] as const
  return Object.fromEntries([
    ...intakes.map(({ name, receiver, processors }) =>
      named(name, { receivers: [receiver], processors, exporters: [crossing ?? store] }),
    ),
    ...(crossing === undefined
      ? []
      : [
          named('stores', { receivers: [crossing], exporters: [store] }),
          ...senders.map(({ destination, sender }) =>
            named(senderName(destination), { receivers: [crossing], exporters: [sender] }),
          ),
        ]),
  ]) as PipelinesOf<S>
}

/** What no destination takes for itself goes to the hub's stores, and most of what one takes as well. */
const crossingTo = <S extends Signal>(signal: S, senders: Ways<S>['senders']): Connector<S, S> | undefined => {
  const [first, ...others] = senders.map(({ destination }) => routeTo(signal, destination))
  return first === undefined
    ? undefined
    : routingConnector<S>(signal, {
        name: signal,
        default_pipelines: [`${signal}/stores`],
        table: [first, ...others],
      })
}

const routeTo = <S extends Signal>(signal: S, destination: Destination): Route<S> => ({
  condition: conditionOf(destination),
  pipelines: [`${signal}/${senderName(destination)}`],
  action: destination.keep === false ? 'move' : 'copy',
})

const conditionOf = ({ when }: Destination): string =>
  when === undefined ? 'true' : `resource.attributes[${quoted(when.attribute)}] == ${quoted(when.equals)}`

const quoted = (text: string): string => verbatim(JSON.stringify(text))
