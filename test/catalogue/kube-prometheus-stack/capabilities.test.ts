import { describe, expect, test } from 'vitest'
import {
  usualAlertmanager,
  usualGrafana,
  usualMonitorLabels,
  usualPrometheus,
} from '../../../generators/catalogue/kube-prometheus-stack/addresses.ts'
import { at } from '../../../generators/plan/values.ts'
import { provided, required, stackValues } from './stack.ts'

const ofKind = (kind: string, ...stack: Parameters<typeof provided>) =>
  provided(...stack).filter((one) => one.kind === kind)

describe('addresses', () => {
  // The Services that the chart renders for a release of its own name; see its notes.
  test.each([
    ['prometheus', 'http://kube-prometheus-stack-prometheus.monitoring.svc.cluster.local:9090'],
    ['alertmanager', 'http://kube-prometheus-stack-alertmanager.monitoring.svc.cluster.local:9093'],
    ['grafana', 'http://kube-prometheus-stack-grafana.monitoring.svc.cluster.local:80'],
  ])('%s answers at %s', (name, url) => {
    expect(ofKind('endpoint')).toContainEqual({ kind: 'endpoint', name, url })
  })

  test('follow the component’s name, cut to 26 characters as the chart does', () => {
    const where = { name: 'watching-grafana-and-the-rest', namespace: 'watch' }
    expect(ofKind('endpoint', {}, where)).toEqual([
      expect.objectContaining({ url: 'http://watching-grafana-and-the-r-prometheus.watch.svc.cluster.local:9090' }),
      expect.objectContaining({ url: 'http://watching-grafana-and-the-r-alertmanager.watch.svc.cluster.local:9093' }),
      expect.objectContaining({ url: 'http://watching-grafana-and-the-r-grafana.watch.svc.cluster.local:80' }),
    ])
    const values = stackValues({}, where)
    expect(values.fullnameOverride).toBe('watching-grafana-and-the-r')
    expect(at(values, 'grafana.fullnameOverride')).toBe('watching-grafana-and-the-r-grafana')
  })

  test('that are cut at a dash lose it', () => {
    expect(stackValues({}, { name: 'the-prometheus-of-the-hub-cluster' }).fullnameOverride).toBe(
      'the-prometheus-of-the-hub',
    )
  })

  test('are those that others usually look for', () => {
    expect(provided()).toEqual(
      expect.arrayContaining([
        usualPrometheus('monitoring'),
        usualAlertmanager('monitoring'),
        usualGrafana('monitoring'),
        usualMonitorLabels('monitoring'),
      ]),
    )
  })
})

test('monitors must carry the name of the release, uncut', () => {
  expect(ofKind('monitor-labels', {}, { name: 'watching-grafana-and-the-rest' })).toEqual([
    { kind: 'monitor-labels', labels: { release: 'watching-grafana-and-the-rest' } },
  ])
})

test('the datasources of the chart are known by the UIDs that it is told', () => {
  const sidecar = at(stackValues(), 'grafana.sidecar.datasources') as { uid: string; alertmanager: { uid: string } }
  expect(ofKind('datasource')).toEqual([
    expect.objectContaining({ uid: sidecar.uid, type: 'prometheus', url: usualPrometheus('monitoring').url }),
    expect.objectContaining({
      uid: sidecar.alertmanager.uid,
      type: 'alertmanager',
      url: usualAlertmanager('monitoring').url,
    }),
  ])
})

describe('doors', () => {
  test('are none unless they are asked for', () => {
    expect(ofKind('door')).toEqual([])
  })

  test('tell that Grafana alone asks for a login', () => {
    const open = {
      prometheus: { nodePort: 30900 },
      alertmanager: { nodePort: 30903 },
      grafana: { nodePort: 30300, ingress: { host: 'grafana.example.com' } },
    }
    expect(ofKind('door', open)).toEqual([
      { kind: 'door', to: 'prometheus', authenticated: false, how: 'NodePort 30900' },
      { kind: 'door', to: 'alertmanager', authenticated: false, how: 'NodePort 30903' },
      { kind: 'door', to: 'grafana', authenticated: true, how: 'NodePort 30300' },
      { kind: 'door', to: 'grafana', authenticated: true, how: 'Ingress https://grafana.example.com' },
    ])
  })

  test.each([
    ['10.1.5.185', 'LoadBalancer http://10.1.5.185'],
    ['fd00::5', 'LoadBalancer http://[fd00::5]'],
  ])('an address of a load balancer, %s, takes the place of a port', (address, how) => {
    expect(ofKind('door', { grafana: { nodePort: 30300, loadBalancer: { address } } })).toEqual([
      { kind: 'door', to: 'grafana', authenticated: true, how },
    ])
  })
})

test('the stack waits for the definitions, and wires every datasource and custom resource there is', () => {
  expect(required().filter(({ kind }) => kind !== 'secret')).toEqual([
    { kind: 'crd', group: 'monitoring.coreos.com' },
    { kind: 'all', of: 'datasource' },
    { kind: 'all', of: 'custom-resource-metrics' },
  ])
})
