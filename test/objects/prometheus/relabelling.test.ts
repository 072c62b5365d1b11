import { expect, test } from 'vitest'
import { labelsOf } from '../../../generators/objects/prometheus/config.ts'
import { drop, keep, meta, write } from '../../../generators/objects/prometheus/relabelling.ts'

test('a label of discovery is called as Prometheus calls it', () => {
  expect(meta('pod_name')).toBe('__meta_kubernetes_pod_name')
})

test('targets are kept by all of some labels, and dropped by one', () => {
  expect(keep({ a: 'x', b: 'y|z' })).toEqual({ action: 'keep', source_labels: ['a', 'b'], regex: 'x;y|z' })
  expect(drop('a', 'x')).toEqual({ action: 'drop', source_labels: ['a'], regex: 'x' })
})

test('a label is written of another, or of several', () => {
  expect(write('node', 'a')).toEqual({ source_labels: ['a'], target_label: 'node' })
  expect(write('at', ['a', 'b'], { regex: '(.+);(.+)', replacement: '$1:$2' })).toEqual({
    source_labels: ['a', 'b'],
    regex: '(.+);(.+)',
    replacement: '$1:$2',
    target_label: 'at',
  })
})

test('the labels of a job are those that its relabelling leaves', () => {
  const relabel_configs = [keep({ a: 'x' }), write('__metrics_path__', 'p'), write('node', 'n')]
  expect(labelsOf({ job_name: 'nodes', relabel_configs })).toEqual(['job', 'instance', 'node'])
  expect(labelsOf({ job_name: 'static' })).toEqual(['job', 'instance'])
})
