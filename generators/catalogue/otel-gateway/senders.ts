import type { Exporter } from '../../objects/opentelemetry/component.ts'
import { fromEnvironment } from '../../objects/opentelemetry/environment.ts'
import { datadogExporter } from '../../objects/opentelemetry/exporters/datadog.ts'
import { otlpHttpExporter } from '../../objects/opentelemetry/exporters/otlp-http.ts'
import { splunkHecExporter } from '../../objects/opentelemetry/exporters/splunk-hec.ts'
import type { Queue } from '../../objects/opentelemetry/queue.ts'
import type { Signal } from '../../objects/opentelemetry/signal.ts'
import { type Destination, secretOf, senderName } from './destinations.ts'

/** Sends to a destination, with a queue of its own. */
export const senderTo = (destination: Destination, queue: Queue): Exporter<Signal> => {
  const credential = fromEnvironment(secretOf(destination).variable)
  const common = { name: senderName(destination), queue }
  switch (destination.kind) {
    case 'splunk': {
      const { endpoint, index } = destination
      return splunkHecExporter({ ...common, endpoint, token: credential, ...(index === undefined ? {} : { index }) })
    }
    case 'datadog': {
      const { site } = destination
      return datadogExporter({ ...common, key: credential, ...(site === undefined ? {} : { site }) })
    }
    case 'otlp':
      return otlpHttpExporter({
        ...common,
        endpoint: destination.endpoint,
        headers: { authorization: credential },
      })
  }
}
