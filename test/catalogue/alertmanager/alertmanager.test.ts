import { describe, expect, test } from 'vitest'
import { alertmanager } from '../../../generators/catalogue/alertmanager/alertmanager.ts'
import { collected } from '../../../generators/catalogue/opentelemetry/collected.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { at } from '../../../generators/plan/values.ts'
import { made } from '../made.ts'
import { where } from '../where.ts'

const container = () => made(alertmanager).container('StatefulSet', 'alertmanager')

describe('by default', () => {
  test('one Alertmanager remembers silences for five days on a volume of the cluster’s class', () => {
    expect(container().args).toEqual([
      '--config.file=/etc/alertmanager/alertmanager.yaml',
      '--storage.path=/alertmanager',
      '--web.listen-address=:9093',
      '--cluster.listen-address=',
      '--data.retention=120h',
    ])
    expect(at(made(alertmanager).object('StatefulSet'), 'spec.volumeClaimTemplates')).toMatchObject([
      { metadata: { name: 'data' }, spec: { storageClassName: 'fast', resources: { requests: { storage: '2Gi' } } } },
    ])
    expect(container().volumeMounts).toContainEqual({ name: 'data', mountPath: '/alertmanager' })
  })

  test('nobody comes in from outside', () => {
    expect(made(alertmanager).object('Service').spec).not.toHaveProperty('type')
    expect(made(alertmanager).brings('door')).toEqual([])
  })
})

describe('its configuration', () => {
  const other = made(alertmanager, { config: secret('pager') })

  test('comes from a Secret that must be there: the catalogue makes up no receiver', () => {
    expect(at(other.object('StatefulSet'), 'spec.template.spec.volumes')).toEqual([
      {
        name: 'config',
        secret: { secretName: 'pager', items: [{ key: 'alertmanager.yaml', path: 'alertmanager.yaml' }] },
      },
    ])
    expect(other.requires).toContainEqual({ kind: 'secret', name: 'pager', keys: ['alertmanager.yaml'] })
    expect(other.objects.map(({ kind }) => kind)).toEqual(['Service', 'StatefulSet'])
  })

  test('is read again when the Secret changes', () => {
    const reloader = other.container('StatefulSet', 'config-reloader')
    expect(reloader.args).toEqual([
      '--watched-dir=/etc/alertmanager',
      '--reload-url=http://127.0.0.1:9093/-/reload',
      '--listen-address=:8080',
    ])
    expect(reloader.volumeMounts).toEqual([{ name: 'config', mountPath: '/etc/alertmanager', readOnly: true }])
  })
})

test('others find it by its endpoint and by its datasource', () => {
  const url = 'http://alertmanager.monitoring.svc.cluster.local:9093'
  expect(made(alertmanager).provides).toEqual([
    { kind: 'endpoint', name: 'alertmanager', url, pods: { 'app.kubernetes.io/name': 'alertmanager' } },
    { kind: 'datasource', uid: 'alertmanager', name: 'Alertmanager', type: 'alertmanager', url },
    { kind: 'metrics', exporter: 'alertmanager', through: 'annotations' },
    collected('alertmanager', new URL(url).host),
  ])
})

test('its data is kept off nodes that are no place for it', () => {
  const here = { ...where('alertmanager'), nodePools: { backup: { nodes: ['worker04'], stateful: false } } }
  const pod = at(made(alertmanager, {}, here).object('StatefulSet'), 'spec.template.spec')
  expect(JSON.stringify(at(pod, 'affinity'))).toContain('"operator":"NotIn","values":["worker04"]')
})

test.each([
  [{ config: 'route: {}' }, 'config', 'a secret is written here in plain text, and would be committed'],
  [{ retention: '5d' }, 'retention', "'5d' is not a Go duration"],
  [{ nodePort: 30903 }, 'nodePort', "alertmanager has no 'nodePort'"],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('alertmanager', alertmanager.definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})

test('it reaches those whom it tells, over HTTPS unless somebody says otherwise', () => {
  const requires = (receivers?: readonly string[]) =>
    alertmanager.definition
      .requires?.({ ...alertmanager.definition.defaults, ...(receivers && { receivers }) }, where('alertmanager'))
      .filter(({ kind }) => kind === 'outside')
  expect(requires()).toEqual([{ kind: 'outside', url: 'https://hooks.slack.com', what: 'alerts' }])
  expect(requires(['https://pager.example.com:8443'])).toEqual([
    { kind: 'outside', url: 'https://pager.example.com:8443', what: 'alerts' },
  ])
})
