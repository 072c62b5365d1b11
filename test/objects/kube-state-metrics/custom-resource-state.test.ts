import { expect, test } from 'vitest'
import {
  type CustomResourceState,
  familiesOf,
  gauge,
  gaugeOfEach,
  info,
} from '../../../generators/objects/kube-state-metrics/custom-resource-state.ts'

const resource = (kind: string, ...metrics: CustomResourceState['metrics']): CustomResourceState => ({
  groupVersionKind: { group: 'shop.example.com', version: 'v1', kind },
  metricNamePrefix: 'shop',
  metrics,
})

test('an object becomes a series whose labels are read off it', () => {
  expect(info('order_info', 'An order.', { name: ['metadata', 'name'] })).toEqual({
    name: 'order_info',
    help: 'An order.',
    each: { type: 'Info', info: { labelsFromPath: { name: ['metadata', 'name'] } } },
  })
})

test('each element of a list becomes a series of its own, which says whose it is', () => {
  expect(
    gaugeOfEach('order_item_price', 'Price of an item.', {
      of: ['spec', 'items'],
      value: ['price'],
      labels: { item: ['id'] },
      objectLabels: { name: ['metadata', 'name'] },
    }),
  ).toEqual({
    name: 'order_item_price',
    help: 'Price of an item.',
    labelsFromPath: { name: ['metadata', 'name'] },
    each: {
      type: 'Gauge',
      gauge: { path: ['spec', 'items'], valueFrom: ['price'], labelsFromPath: { item: ['id'] } },
    },
  })
})

test('an object without the value may count as one of 0', () => {
  const labels = { name: ['metadata', 'name'] }
  const gaugeOf = (otherwise?: 0) => {
    const { each } = gauge('order_retries', '', {
      value: ['status', 'retries'],
      labels,
      ...(otherwise === 0 && { otherwise }),
    })
    return each
  }
  expect(gaugeOf()).toEqual({ type: 'Gauge', gauge: { path: ['status', 'retries'] } })
  expect(gaugeOf(0)).toEqual({ type: 'Gauge', gauge: { path: ['status', 'retries'], nilIsZero: true } })
})

test('a series that several kinds have has the labels of all of them, and those of kube-state-metrics', () => {
  const name = { name: ['metadata', 'name'] }
  const price = gaugeOfEach('price', '', { of: [], value: [], labels: { item: ['id'] }, objectLabels: name })
  const families = familiesOf([
    resource('Order', info('info', '', { ...name, buyer: ['spec', 'buyer'] }), price),
    resource('Cart', info('info', '', { ...name, owner: ['spec', 'owner'] })),
  ])
  const ofKind = ['customresource_group', 'customresource_kind', 'customresource_version']
  expect(families).toEqual({
    shop_info: [...ofKind, 'name', 'buyer', 'owner'],
    shop_price: [...ofKind, 'name', 'item'],
  })
})
