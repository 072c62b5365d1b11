import type { CapabilityOf } from '../../fleet/capability.ts'
import { serviceUrl } from '../../objects/kubernetes/service.ts'
import { otlpHttpPort } from '../../objects/opentelemetry/receivers/otlp.ts'

/** Tempo's name where nobody said another. */
export const tempoName = 'tempo'

/** Where it is asked, and what it says of itself. */
export const queryPort = 3200

/** Labels of its Pods. */
export const tempoPods = (name: string) => ({ 'app.kubernetes.io/name': 'tempo', 'app.kubernetes.io/instance': name })

/** The endpoint that collectors send OTLP to: an OTLP exporter adds `/v1/traces` to it. */
export const tempoOtlp = (name: string, namespace: string): CapabilityOf<'endpoint'> => ({
  kind: 'endpoint',
  name: 'otlp-traces',
  url: serviceUrl(name, namespace, otlpHttpPort),
  pods: tempoPods(name),
})

export const tempoDatasource = (name: string, namespace: string): CapabilityOf<'datasource'> => ({
  kind: 'datasource',
  uid: 'tempo',
  name: 'Tempo',
  type: 'tempo',
  url: serviceUrl(name, namespace, queryPort),
})
