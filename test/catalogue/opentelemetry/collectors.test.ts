import { describe, expect, test } from 'vitest'
import { checkCollector } from '../../../generators/check/collector/check-collector.ts'
import { collectorPod } from '../../../generators/check/collector/collector-pod.ts'
import { validateObject } from '../../../generators/check/schema/validate.ts'
import { at } from '../../../generators/plan/values.ts'
import { schemas } from '../../check/schema/package-schemas.ts'
import { collectorIn } from './effective.ts'
import { rendered } from './federation.ts'

const tree = rendered()

describe.each(['otel-agent', 'otel-scraper', 'otel-aggregator'])('%s', (name) => {
  const { objects, workload, pod, container, config } = collectorIn(tree, 'edge-1', name)
  const ports = container.ports as readonly { name: string; containerPort: number }[]

  test('is as Kubernetes wants it, and as the rules about collectors do', () => {
    expect(objects.flatMap((object) => validateObject(object, schemas))).toEqual([])
    expect(checkCollector(config, [], collectorPod(workload, name))).toEqual([])
  })

  test('is asked whether it is well, and has time to put its queue in order first', () => {
    const asked = { httpGet: { path: '/', port: 'health' } }
    expect(container).toMatchObject({ startupProbe: asked, readinessProbe: asked, livenessProbe: asked })
    expect(ports).toContainEqual({ name: 'health', containerPort: 13133 })
    expect(config.extensions.health_check.endpoint).toBe('0.0.0.0:13133')
  })

  test('may nothing on its node, and write to its volumes alone', () => {
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    })
    expect(at(pod, 'securityContext')).toMatchObject(
      name === 'otel-agent' ? { runAsUser: 0 } : { runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001 },
    )
  })

  test('tells Go of four fifths of its memory, at which it refuses what comes', () => {
    const [, mebibytes] = /^(\d+)Mi$/.exec(String(at(container, 'resources.limits.memory'))) ?? [null, 1024]
    expect(container.env).toContainEqual({ name: 'GOMEMLIMIT', value: `${Math.floor(Number(mebibytes) * 0.8)}MiB` })
    expect(config.processors.memory_limiter).toMatchObject({ limit_percentage: 80 })
  })

  test('limits its memory first, and says of which cluster each signal is', () => {
    for (const pipeline of Object.values<{ processors: readonly string[] }>(config.service.pipelines)) {
      expect(pipeline.processors[0]).toBe('memory_limiter')
      expect(pipeline.processors).toContain('resource/cluster')
    }
  })

  test('is replaced when its configuration changes', () => {
    expect(at(workload, 'spec.template.metadata.annotations')).toHaveProperty(['fleetwright.dev/config-hash'])
  })

  test('has a token for the API server only if it asks it', () => {
    expect(pod.automountServiceAccountToken).toBe(name === 'otel-agent')
  })

  test('every Service leads to a port that it has', () => {
    for (const { spec } of objects.filter(({ kind }) => kind === 'Service')) {
      expect(at(spec, 'selector')).toEqual(at(workload, 'spec.template.metadata.labels'))
      for (const { port, targetPort } of at(spec, 'ports') as readonly { port: number; targetPort: string }[]) {
        expect(ports).toContainEqual({ name: targetPort, containerPort: port })
      }
    }
  })
})
