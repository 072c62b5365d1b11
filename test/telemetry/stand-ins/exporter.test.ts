import { expect, test } from 'vitest'
import { exposition } from '../../../generators/telemetry/stand-ins/exporter.ts'

test('an exporter serves a series for each value that queries tell apart, counters by its age', () => {
  const families = {
    kube_pod_status_ready: 'gauge condition pod',
    shop_orders_total: 'counter',
    shop_seconds: 'histogram',
    shop_labels: 'unknown ?',
  }
  expect(exposition(families, 20).trimEnd().split('\n')).toEqual([
    '# TYPE kube_pod_status_ready gauge',
    'kube_pod_status_ready{condition="Ready",pod="checkout-7d9c5b6f4-x2x9k"} 1',
    'kube_pod_status_ready{condition="true",pod="checkout-7d9c5b6f4-x2x9k"} 1',
    'kube_pod_status_ready{condition="false",pod="checkout-7d9c5b6f4-x2x9k"} 1',
    'kube_pod_status_ready{condition="unknown",pod="checkout-7d9c5b6f4-x2x9k"} 1',
    '# TYPE shop_orders_total counter',
    'shop_orders_total 20',
    '# TYPE shop_seconds histogram',
    'shop_seconds_bucket{le="0.1"} 2',
    'shop_seconds_bucket{le="1"} 20',
    'shop_seconds_bucket{le="10"} 20',
    'shop_seconds_bucket{le="+Inf"} 20',
    'shop_seconds_sum 20',
    'shop_seconds_count 20',
    '# TYPE shop_labels untyped',
    'shop_labels 1',
  ])
})
