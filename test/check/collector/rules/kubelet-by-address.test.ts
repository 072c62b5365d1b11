import { describe, expect, test } from 'vitest'
import type { CollectorPod } from '../../../../generators/check/collector/collector-pod.ts'
import { kubeletByAddress } from '../../../../generators/check/collector/rules/kubelet-by-address.ts'
import { pod, wrongIn } from '../sound.ts'

/** A collector of the kubelet's metrics alone. */
const asking = (endpoint: string | undefined, of?: CollectorPod) =>
  wrongIn(
    {
      receivers: { kubeletstats: { endpoint } },
      processors: {
        resource: {
          attributes: [
            { action: 'upsert', key: 'cluster.id', value: 'edge-1' },
            { action: 'upsert', key: 'cluster.role', value: 'edge' },
          ],
        },
      },
      exporters: { otlp: { endpoint: 'hub:4317', retry_on_failure: { max_elapsed_time: 0 } } },
      service: {
        pipelines: { metrics: { receivers: ['kubeletstats'], processors: ['resource'], exporters: ['otlp'] } },
      },
    },
    of,
  )

const byField = (name: string, fieldPath: string) =>
  pod({ kind: 'DaemonSet', env: [{ name, valueFrom: { fieldRef: { fieldPath } } }] })

describe(kubeletByAddress.because, () => {
  test.each([
    [`https://\${env:K8S_NODE_NAME}:10250`, undefined, 'the name of its node (K8S_NODE_NAME)'],
    [`\${NODE}:10250`, byField('NODE', 'spec.nodeName'), 'the name of its node (NODE)'],
    ['https://node-1:10250', undefined, 'the name node-1'],
    [undefined, undefined, 'the name of its own Pod, as no endpoint is said'],
  ])('%s', (endpoint, of, by) => {
    expect(asking(endpoint, of)).toEqual([
      [
        'collector-kubelet-by-address',
        'collector.receivers.kubeletstats.endpoint',
        `kubeletstats asks the kubelet by ${by}, which mostly has no DNS`,
        `write 'https://\${env:K8S_NODE_IP}:10250', with K8S_NODE_IP from the field status.hostIP`,
      ],
    ])
  })

  test('the address of the node is right, whatever the variable is called', () => {
    expect(asking(`https://\${env:K8S_NODE_IP}:10250`)).toEqual([])
    expect(asking(`https://\${env:NODE_NAME}:10250`, byField('NODE_NAME', 'status.hostIP'))).toEqual([])
  })
})
