import { expect, test } from 'vitest'
import { problemsOf } from '../support/problems.ts'
import { federation, gateway, podded } from './federation.ts'

test('a gateway whose queue is gone with its Pod is told, for each of its stores', () => {
  const volumes = [
    { name: 'config', configMap: { name: 'otel-gateway' } },
    { name: 'certificate', secret: { secretName: 'otel-gateway-tls' } },
    { name: 'queue', emptyDir: {} },
  ]
  const forgetful = podded(gateway, 'StatefulSet', { spec: { volumes } }, { volumeClaimTemplates: null })
  const lost = (store: string) => [
    'clusters.hub.namespaces.observability-hub.otel-gateway',
    `the queue of otlp_http/${store} is kept in /var/lib/otelcol/queue, on the emptyDir queue, and is gone with the Pod`,
    'mount a volume at /var/lib/otelcol/queue: a claim, by volumeClaimTemplates where there are several Pods',
  ]
  expect(problemsOf(federation({ hub: { 'otel-gateway': forgetful } }))).toEqual(
    ['loki', 'prometheus', 'tempo'].map(lost),
  )
})
