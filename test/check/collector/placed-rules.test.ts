import { expect, test } from 'vitest'
import { collectorRulesOverThePlan } from '../../../generators/check/collector/placed-rules.ts'
import { manifests } from '../../../generators/fleetwright.ts'
import { collector, saidOf } from './placed.ts'
import { gatewayWith } from './sound.ts'

const place = 'clusters.edge.namespaces.monitoring.gateway.objects.0.data.config.yaml'

test('a configuration in a ConfigMap is found, whoever wrote it', () => {
  expect(saidOf(collector('gateway', gatewayWith({ exporters: { debug: {} } })))).toEqual([
    [
      'collector-used-components',
      place,
      'the exporter debug is configured and used nowhere, which the collector does not mind',
      'add it to a pipeline, or remove it',
    ],
  ])
})

test('and so are the Pods of the workload that mounts it', () => {
  const onEmptyDir = {
    volumes: [
      { name: 'config', configMap: { name: 'gateway' } },
      { name: 'buffer', emptyDir: {} },
    ],
    containers: [{ name: 'otelcol', volumeMounts: [{ name: 'buffer', mountPath: '/queue' }] }],
  }
  expect(saidOf(collector('gateway', gatewayWith({}), onEmptyDir))).toContainEqual([
    'collector-queue-on-a-volume',
    place,
    'the queue of otlp/tempo is kept in /queue, on the emptyDir buffer, and is gone with the Pod',
    'mount a volume at /queue: a claim, by volumeClaimTemplates where there are several Pods',
  ])
})

test('other texts in ConfigMaps are left alone', () => {
  const data = {
    text: 'receivers and pipelines',
    yaml: 'receivers: [pipelines',
    tekton: 'pipelines: { receivers: [] }',
  }
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'notes' }, data }
  expect(saidOf(manifests({ name: 'notes', objects: [object] }))).toEqual([])
})

test('every rule has a name of its own, and says what happened', () => {
  const names = collectorRulesOverThePlan.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)+$/.test(name))).toEqual([])
})
