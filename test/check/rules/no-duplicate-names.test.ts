import { describe, expect, test } from 'vitest'
import { noDuplicateNames } from '../../../generators/check/rules/no-duplicate-names.ts'
import { helmRelease } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, deployment, object } from './objects.ts'
import { home, homelab } from './platform.ts'

const collector = (values: Readonly<Record<string, unknown>>) =>
  helmRelease({
    name: 'collector',
    chart: { url: 'oci://registry.example/charts/collector', version: '1.0.0' },
    values,
  })
const pod = 'spec.template.spec'
const twice = (name: string) => [{ name }, { name: 'other' }, { name }]

describe(noDuplicateNames.because, () => {
  test.each(['extraEnvs', 'env', 'extraVolumes', 'extraContainers'])('%s among values', (list) => {
    expect(problemsOf(homelab([collector({ agent: { [list]: twice('K8S_NODE_IP') } })]))).toEqual([
      [
        `${home}.collector.values.agent.${list}.2`,
        `agent.${list} of collector names K8S_NODE_IP twice`,
        'keep one of the two',
      ],
    ])
  })

  test('two ports of a container', () => {
    const ports = [
      { name: 'http', containerPort: 80 },
      { name: 'http', containerPort: 81 },
    ]
    expect(problemsOf(homelab([app(deployment({ container: { ports } }))]))).toEqual([
      [
        `${home}.app.objects.0.${pod}.containers.0.ports.1`,
        `${pod}.containers.0.ports of Deployment web names http twice`,
        'keep one of the two',
      ],
    ])
  })

  test('two ports of a Service, and a container called like one that comes before it', () => {
    const ports = [
      { name: 'http', port: 80 },
      { name: 'http', port: 81 },
    ]
    const service = object('v1', 'Service', 'web', { spec: { ports } })
    const both = deployment({ pod: { initContainers: [{ name: 'web', image: 'registry.example/web:1.2.3' }] } })
    expect(problemsOf(homelab([app(service, both)])).map(([place]) => place)).toEqual([
      `${home}.app.objects.0.spec.ports.1`,
      `${home}.app.objects.1.${pod}.containers.0`,
    ])
  })

  test('what its schema tells is told once: variables, volumes, containers', () => {
    const env = [
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
    ]
    expect(problemsOf(homelab([app(deployment({ container: { env } }))]))).toEqual([
      [
        `${home}.app.objects.0.${pod}.containers.0.env.1`,
        `Deployment web: ${pod}.containers[0].env[1] has the same name "A" as entry 0`,
        'keep one of the two',
      ],
    ])
  })
})

test('one name in two lists, and lists whose entries have no names of their own, are silent', () => {
  const values = {
    a: { env: [{ name: 'A' }] },
    b: { env: [{ name: 'A' }] },
    volumeMounts: twice('data'),
    env: ['A', 'A'],
  }
  expect(problemsOf(homelab([collector(values)]))).toEqual([])
})
