import { expect, test } from 'vitest'
import { labelName } from '../../../generators/objects/prometheus/label-name.ts'

test.each([
  ['prometheus.io/scrape-it', 'prometheus_io_scrape_it'],
  ['cluster.id', 'cluster_id'],
  ['job', 'job'],
])('%s is the label %s', (key, label) => {
  expect(labelName(key)).toBe(label)
})
