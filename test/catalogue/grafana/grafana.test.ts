import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { grafana } from '../../../generators/catalogue/grafana/grafana.ts'
import type { CapabilityOf } from '../../../generators/fleet/capability.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { at } from '../../../generators/plan/values.ts'
import { made } from '../made.ts'
import { whereOthersBring } from '../where.ts'

type Datasource = CapabilityOf<'datasource'>
const source = (type: Datasource['type'], uid = type): Datasource => ({
  kind: 'datasource',
  uid,
  name: uid,
  type,
  url: `http://${uid}`,
})

const grafanaWith = (...datasources: readonly Datasource[]) =>
  made(grafana, {}, whereOthersBring('grafana', ...datasources))
const provisioned = (...datasources: readonly Datasource[]) =>
  parse(grafanaWith(...datasources).files()['datasources.yaml']!).datasources

describe('datasources', () => {
  test('are those of the cluster, by their UIDs', () => {
    expect(provisioned(source('loki'))).toEqual([
      {
        name: 'loki',
        uid: 'loki',
        type: 'loki',
        url: 'http://loki',
        access: 'proxy',
        isDefault: false,
        editable: false,
      },
    ])
  })

  test('exactly one is the default, and it is a Prometheus', () => {
    const all = provisioned(source('loki'), source('prometheus'), source('prometheus', 'other' as 'prometheus'))
    expect(all.map(({ uid, isDefault }: { uid: string; isDefault: boolean }) => [uid, isDefault])).toEqual([
      ['loki', false],
      ['prometheus', true],
      ['other', false],
    ])
  })

  test('lead to each other', () => {
    const [, loki] = provisioned(source('tempo'), source('loki'))
    expect(loki.jsonData.derivedFields[0]).toMatchObject({ datasourceUid: 'tempo', url: '$${__value.raw}' })
  })

  test('a change of them starts Grafana anew, which reads them once', () => {
    const annotations = (made: ReturnType<typeof grafanaWith>) =>
      at(made.object('Deployment'), 'spec.template.metadata.annotations')
    expect(annotations(grafanaWith(source('loki')))).not.toEqual(annotations(grafanaWith(source('prometheus'))))
  })

  test('are read from where Grafana looks for them', () => {
    const { volumeMounts } = made(grafana).container('Deployment', 'grafana')
    expect(volumeMounts).toEqual(
      expect.arrayContaining(
        ['datasources', 'dashboards'].map((part) => ({
          name: `provisioned-${part}`,
          mountPath: `/etc/grafana/provisioning/${part}`,
          readOnly: true,
        })),
      ),
    )
    expect(at(made(grafana).object('Deployment'), 'spec.template.spec.volumes')).toEqual(
      expect.arrayContaining(
        ['datasources', 'dashboards'].map((part) => ({
          name: `provisioned-${part}`,
          configMap: { name: 'grafana', items: [{ key: `${part}.yaml`, path: `${part}.yaml` }] },
        })),
      ),
    )
  })
})

describe('dashboards', () => {
  const sidecar = made(grafana).container('Deployment', 'dashboards')
  const told = Object.fromEntries(
    (sidecar.env as readonly { name: string; value: string }[]).map(({ name, value }) => [name, value]),
  )

  test('are found by the label that every component gives them, in every namespace', () => {
    expect(told).toMatchObject({
      LABEL: 'grafana_dashboard',
      LABEL_VALUE: '1',
      NAMESPACE: 'ALL',
      RESOURCE: 'configmap',
    })
  })

  test('are written where Grafana reads them, each into the folder that its annotation names', () => {
    const [provider] = parse(made(grafana).files()['dashboards.yaml']!).providers
    expect(told).toMatchObject({ FOLDER: '/var/lib/dashboards', FOLDER_ANNOTATION: 'grafana_folder' })
    expect(provider).toMatchObject({
      type: 'file',
      options: { path: '/var/lib/dashboards', foldersFromFilesStructure: true },
    })
    expect(sidecar.volumeMounts).toContainEqual({ name: 'dashboards', mountPath: '/var/lib/dashboards' })
    expect(made(grafana).container('Deployment', 'grafana').volumeMounts).toContainEqual({
      name: 'dashboards',
      mountPath: '/var/lib/dashboards',
      readOnly: true,
    })
  })

  test('are all that is read: ConfigMaps, and no Secret', () => {
    expect(made(grafana).object('ClusterRole').rules).toEqual([
      { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch'] },
    ])
  })

  test('are brought by somebody who knows no login', () => {
    expect(Object.keys(told).filter((name) => name.startsWith('REQ_'))).toEqual([])
  })
})

describe('who may enter', () => {
  test('the administrator’s login comes from a Secret, and there is none without', () => {
    const env = (name: string) => ({
      name: `GF_SECURITY_ADMIN_${name.toUpperCase()}`,
      valueFrom: { secretKeyRef: { name: 'other', key: `admin-${name}` } },
    })
    const options = { admin: secret('other') }
    expect(made(grafana, options).container('Deployment', 'grafana').env).toEqual(
      expect.arrayContaining([env('user'), env('password')]),
    )
    expect(made(grafana, options).requires).toContainEqual({
      kind: 'secret',
      name: 'other',
      keys: ['admin-user', 'admin-password'],
    })
  })

  test('the Service is the cluster’s own, until a port of every node is said', () => {
    expect(made(grafana).object('Service').spec).not.toHaveProperty('type')
    expect(made(grafana).brings('door')).toEqual([])

    const open = made(grafana, { nodePort: 30300 })
    expect(open.object('Service')).toMatchObject({
      spec: { type: 'NodePort', ports: [{ port: 3000, nodePort: 30300 }] },
    })
    expect(open.brings('door')).toEqual([{ kind: 'door', to: 'grafana', authenticated: true, how: 'NodePort 30300' }])
  })
})

test('its own metrics are found by annotation, and by collectors', () => {
  expect(at(made(grafana).object('Deployment'), 'spec.template.metadata.annotations')).toMatchObject({
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': '3000',
  })
  expect(made(grafana).brings('metrics')).toEqual([
    { kind: 'metrics', exporter: 'grafana', through: 'annotations' },
    { kind: 'metrics', exporter: 'grafana', through: 'collector', target: 'grafana.monitoring.svc.cluster.local:3000' },
  ])
})

test.each([
  [{ admin: 'admin' }, 'admin', 'a secret is written here in plain text, and would be committed'],
  [{ nodePort: 3000 }, 'nodePort', '3000 is not a NodePort from 30000 to 32767'],
  [{ adminPassword: 'x' }, 'adminPassword', "grafana has no 'adminPassword'"],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('grafana', grafana.definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
