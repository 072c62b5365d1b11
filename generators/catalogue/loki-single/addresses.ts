import type { CapabilityOf } from '../../fleet/capability.ts'
import { selectorLabels } from '../../objects/kubernetes/labels.ts'
import { serviceUrl } from '../../objects/kubernetes/service.ts'

/** Its name where nobody said another. */
export const lokiSingleName = 'loki-single'

export const lokiPort = { name: 'http', port: 3100 } as const

/** Where a Loki answers, by its name and namespace. */
export const lokiSingleUrl = (name: string, namespace: string): string => serviceUrl(name, namespace, lokiPort.port)

/** The endpoint that agents push to. The path below it is `pushUrl`'s alone. */
export const lokiSinglePush = (name: string, namespace: string): CapabilityOf<'endpoint'> => ({
  kind: 'endpoint',
  name: 'loki-push',
  url: lokiSingleUrl(name, namespace),
  pods: selectorLabels(name),
})

/** The endpoint that collectors send OTLP to: an OTLP exporter adds `/v1/logs` to it. */
export const lokiSingleOtlp = (name: string, namespace: string): CapabilityOf<'endpoint'> => ({
  kind: 'endpoint',
  name: 'otlp-logs',
  url: `${lokiSingleUrl(name, namespace)}/otlp`,
  pods: selectorLabels(name),
})

export const usualLokiSinglePush = (namespace: string) => lokiSinglePush(lokiSingleName, namespace)
