import { senderTo, text } from '../signals.ts'
import type { Labels } from '../stores.ts'
import type { Scene } from './scene.ts'

/** A sample, a line and a span that are sent in a cluster arrive at the hub, and say where they are from. */
export const arriving = async ({ federation, chain, stores, prove }: Scene): Promise<void> => {
  const hub = federation.hub.cluster
  for (const [member, { agent }] of [
    [federation.edge, chain.edge],
    [federation.hub, chain.hub],
  ] as const) {
    const { cluster, role } = member
    const sender = senderTo(agent.url('otlp-http'), 'shop')
    await sender.sample('shop.orders', 7)
    await sender.line(text('one order'))
    await sender.span('order')
    const who = `cluster_id="${cluster}"`
    await prove({
      says: `${cluster}: a sample is in Prometheus, with cluster_id and cluster_role, and without hub_received_at`,
      find: async () =>
        (await stores.series(`shop_orders_total{${who}}`)).map((one) => [one.value, origin(one.labels)]),
      expected: [[7, { cluster_id: cluster, cluster_role: role }]],
    })
    await prove({
      says: `${cluster}: Prometheus knows beside its series where it was received`,
      find: async () => (await stores.series(`target_info{${who}, job="shop"}`)).map(({ labels }) => origin(labels)),
      expected: [{ cluster_id: cluster, cluster_role: role, hub_received_at: hub }],
    })
    await prove({
      says: `${cluster}: a line is in Loki, with cluster.id, cluster.role and hub.received_at`,
      find: async () =>
        (await stores.lines(`{${who}, service_name="shop"}`)).map(({ line, labels }) => [line, origin(labels)]),
      expected: [['one order', { cluster_id: cluster, cluster_role: role, hub_received_at: hub }]],
    })
    await prove({
      says: `${cluster}: Loki finds it by cluster_id, and keeps no stream for each hub.received_at`,
      find: async () =>
        (await stores.streams(`{${who}, service_name="shop"}`)).map(({ cluster_id, hub_received_at }) => [
          cluster_id,
          hub_received_at,
        ]),
      expected: [[cluster, undefined]],
    })
    await prove({
      says: `${cluster}: a span is in the store of traces, with cluster.id, cluster.role and hub.received_at`,
      find: async () =>
        stores
          .spans()
          .filter(({ name, attributes }) => name === 'order' && attributes['cluster.id'] === cluster)
          .map(({ attributes }) => origin(attributes)),
      expected: [{ 'cluster.id': cluster, 'cluster.role': role, 'hub.received_at': hub }],
    })
  }
}

/** Of all labels those that say where something is from. */
const origin = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([label]) => /^(cluster|hub)[._]/.test(label)))
