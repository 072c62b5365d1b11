import { expect, test } from 'vitest'
import { at } from '../../../generators/plan/values.ts'
import { provided, stackValues } from './stack.ts'

const series = (...stack: Parameters<typeof provided>) =>
  provided(...stack).flatMap((one) => (one.kind === 'metrics' ? [one] : []))

test("whatever the operator's monitors find is read, and labelled by where it was found", () => {
  expect(provided().filter(({ kind }) => kind === 'scrapes')).toEqual([
    {
      kind: 'scrapes',
      through: 'monitors',
      labels: ['job', 'instance', 'namespace', 'pod', 'service', 'endpoint', 'container'],
    },
  ])
})

test('nodes, Kubernetes objects and the stack itself are scraped everywhere, and the chart’s rules record', () => {
  expect(series().map(({ exporter, through }) => `${exporter} by ${through}`)).toEqual([
    'kubelet by monitors',
    'kube-state-metrics by monitors',
    'node-exporter by monitors',
    'kube-apiserver by monitors',
    'coredns by monitors',
    'prometheus by monitors',
    'prometheus-operator by monitors',
    'alertmanager by monitors',
    'grafana by monitors',
    'kube-prometheus-stack-rules by monitors',
    'cadvisor by monitors',
  ])
})

test('a part of the control plane has series where it can be reached', () => {
  const extra = series({}, { exposes: ['etcd', 'kube-scheduler'] }).slice(series().length)
  expect(extra.map(({ exporter }) => exporter)).toEqual(['etcd', 'kube-scheduler'])
})

test('the label that names the node is the one that node-exporter is told to set', () => {
  const [relabelling] = at(stackValues(), 'prometheus-node-exporter.prometheus.monitor.relabelings') as {
    targetLabel: string
  }[]
  expect(series().find(({ exporter }) => exporter === 'node-exporter')?.labels).toEqual([relabelling?.targetLabel])
})
