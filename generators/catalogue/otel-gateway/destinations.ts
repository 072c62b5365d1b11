import { type Check, isRecord, listOf, oneOf, shape } from '../../fleet/checks/check.ts'
import { flag, objectName, secretReference, text, url } from '../../fleet/checks/scalars.ts'
import type { SecretReference } from '../../fleet/secret.ts'
import { type Signal, signals } from '../../objects/opentelemetry/signal.ts'

/** Somebody outside who gets signals as well, or instead. Each has a queue of its own. */
export type Destination = DatadogDestination | OtlpDestination | SplunkDestination

interface AnyDestination {
  /** Tells it from others of its kind. Default: its kind. */
  readonly name?: string
  /** What goes there: resources with this attribute of this value. Default: everything. */
  readonly when?: { readonly attribute: string; readonly equals: string }
  /** Whether the hub's own stores get it as well. Default `true`. */
  readonly keep?: boolean
}

export interface SplunkDestination extends AnyDestination {
  readonly kind: 'splunk'
  /** The HTTP Event Collector: `https://splunk.example.com:8088/services/collector`. */
  readonly endpoint: string
  /** The Secret with the collector's token under the key `token`. */
  readonly token: SecretReference
  /** The index that it goes into. Default: what the token says. */
  readonly index?: string
  /** Which signals go there. Default: logs alone. */
  readonly signals?: readonly Signal[]
}

export interface DatadogDestination extends AnyDestination {
  readonly kind: 'datadog'
  /** The Secret with the API key under the key `api-key`. */
  readonly key: SecretReference
  /** Which of Datadog's sites it is. Default `datadoghq.com`. */
  readonly site?: string
  /** Which signals go there. Default: all. */
  readonly signals?: readonly Signal[]
}

export interface OtlpDestination extends AnyDestination {
  readonly kind: 'otlp'
  /** Without the signal's path, which is added: `https://otlp.customer.example:4318`. */
  readonly endpoint: string
  /** The Secret with the whole header under the key `authorization`: `Bearer …`. */
  readonly authorization: SecretReference
  /** Which signals go there. Default: all. */
  readonly signals?: readonly Signal[]
}

/** Splunk, by its HTTP Event Collector. */
export const splunk = (settings: Omit<SplunkDestination, 'kind'>): Destination => ({ kind: 'splunk', ...settings })

/** Datadog, by its API. */
export const datadog = (settings: Omit<DatadogDestination, 'kind'>): Destination => ({ kind: 'datadog', ...settings })

/** Anybody who takes OTLP over HTTP. */
export const otlpTo = (settings: Omit<OtlpDestination, 'kind'>): Destination => ({ kind: 'otlp', ...settings })

const destinationName = ({ name, kind }: Destination): string => name ?? kind

/** What it is called in the configuration, where the hub's stores have names too. */
export const senderName = (destination: Destination): string => `to-${destinationName(destination)}`

export const signalsTo = ({ kind, signals: some }: Destination): readonly Signal[] =>
  some ?? (kind === 'splunk' ? ['logs'] : signals)

/** What a destination asks to be told in secret: where it is, and the variable by which the collector reads it. */
export const secretOf = (destination: Destination) => {
  const variable = `${destinationName(destination).replaceAll('-', '_').toUpperCase()}_SECRET`
  switch (destination.kind) {
    case 'splunk':
      return { variable, name: destination.token.secret, key: 'token' }
    case 'datadog':
      return { variable, name: destination.key.secret, key: 'api-key' }
    case 'otlp':
      return { variable, name: destination.authorization.secret, key: 'authorization' }
  }
}

const usualSite = 'datadoghq.com'

/** Where it is dialled. */
export const addressOf = (destination: Destination): string =>
  destination.kind === 'datadog' ? `https://api.${destination.site ?? usualSite}` : destination.endpoint

const common = {
  kind: text,
  name: objectName,
  when: shape('when', { attribute: text, equals: text }, ['attribute', 'equals']),
  keep: flag,
  signals: listOf(oneOf('known-signal', 'signal', signals)),
}

const kinds: Readonly<Record<Destination['kind'], Check>> = {
  splunk: shape('splunk()', { ...common, endpoint: url, token: secretReference, index: text }, ['endpoint', 'token']),
  datadog: shape('datadog()', { ...common, key: secretReference, site: text }, ['key']),
  otlp: shape('otlpTo()', { ...common, endpoint: url, authorization: secretReference }, ['endpoint', 'authorization']),
}

const kindOf = oneOf('known-destination', 'kind of destination', Object.keys(kinds))

const destination: Check = (value, place) => {
  const kind = isRecord(value) ? value.kind : value
  const wrong = kindOf(kind, place)
  return wrong.length > 0 ? wrong : kinds[kind as Destination['kind']](value, place)
}

/** Names of pipelines and queues, so each once. */
const apart: Check = (value, place) => {
  const names = Array.isArray(value) ? value.map((one) => (isRecord(one) ? (one.name ?? one.kind) : undefined)) : []
  return names.flatMap((name, index) =>
    name === undefined || names.indexOf(name) === index
      ? []
      : [
          {
            rule: 'destination-once',
            place: [...place, String(index)],
            reason: `there are two destinations called ${name}`,
            fix: "give it a name of its own: name: '…'",
          },
        ],
  )
}

export const destinationsCheck: Check = (value, place) => [...listOf(destination)(value, place), ...apart(value, place)]
