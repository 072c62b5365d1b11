import { describe, expect, test } from 'vitest'
import type { KubernetesObject } from '../../generators/kubernetes-object.ts'
import { type Kubectl, Refusal } from '../../generators/output/kubectl.ts'
import { objectsBehind } from '../../generators/reconcile/objects-behind.ts'
import { notReady, type Standing } from '../../generators/reconcile/standing.ts'
import { application, broughtBy, condition, kustomization, object } from './objects.ts'

const place = ['clusters', 'homelab', 'namespaces', 'monitoring', 'loki']
const waits = (name: string): Standing => ({ name, place, state: 'waiting', message: 'Running health checks' })
const loki = waits('Kustomization monitoring/loki')
const labels = broughtBy('loki')

const statefulSet = object('apps/v1', 'StatefulSet')
const pod = object('v1', 'Pod')

/** A cluster that has these objects, and what it was asked for. */
const cluster = (...items: readonly KubernetesObject[]) => {
  const asked: string[] = []
  const ask: Kubectl = async ([, kinds = '']) => {
    asked.push(kinds)
    return JSON.stringify({ items })
  }
  return { ask, asked }
}

/** What is told of those for which a Kustomization waits. */
const told = async (...items: readonly KubernetesObject[]) =>
  (await objectsBehind(cluster(...items).ask, [loki], [])).map(({ name, message }) => `${name}: ${message}`)

describe('an object for which a Kustomization waits is named, and what its status says', () => {
  test.each<[string, KubernetesObject, string]>([
    [
      'a StatefulSet whose Pods are not ready',
      statefulSet({ metadata: { labels }, spec: { replicas: 2 }, status: { readyReplicas: 1 } }),
      'StatefulSet monitoring/loki: 1 of 2 Pods are ready',
    ],
    [
      'a Deployment that says no number',
      object('apps/v1', 'Deployment')({ metadata: { labels }, spec: {}, status: {} }),
      'Deployment monitoring/loki: 0 of 1 Pods are ready',
    ],
    [
      'a DaemonSet',
      object(
        'apps/v1',
        'DaemonSet',
      )({
        metadata: { labels },
        status: { desiredNumberScheduled: 3, numberReady: 2 },
      }),
      'DaemonSet monitoring/loki: 2 of 3 Pods are ready',
    ],
    [
      'a Job',
      object('batch/v1', 'Job')({ metadata: { labels }, spec: {}, status: { failed: 1 } }),
      'Job monitoring/loki: 0 of 1 Pods succeeded',
    ],
    [
      'a claim',
      object('v1', 'PersistentVolumeClaim')({ metadata: { labels }, status: { phase: 'Pending' } }),
      'PersistentVolumeClaim monitoring/loki: it is Pending: no volume was found or made for it',
    ],
    [
      'a load balancer',
      object('v1', 'Service')({ metadata: { labels }, spec: { type: 'LoadBalancer' }, status: { loadBalancer: {} } }),
      'Service monitoring/loki: nobody gave it an address',
    ],
    [
      'a custom resource, in the words of its controller',
      object(
        'cert-manager.io/v1',
        'Certificate',
      )({
        metadata: { labels },
        status: condition('False', 'Issuing certificate as Secret does not exist', 'DoesNotExist'),
      }),
      'Certificate monitoring/loki: Issuing certificate as Secret does not exist',
    ],
  ])('%s', async (_, one, line) => {
    expect(await told(one)).toEqual([line])
  })

  test('what is the matter with a Pod is told with its workload', async () => {
    const app = { app: 'loki' }
    const workload = statefulSet({
      metadata: { labels },
      spec: { replicas: 1, selector: { matchLabels: app } },
      status: { readyReplicas: 0 },
    })
    const unscheduled = pod(
      {
        metadata: { labels: app },
        status: { conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3 nodes are available' }] },
      },
      'loki-0',
    )
    const waiting = { reason: 'ImagePullBackOff', message: 'Back-off pulling image' }
    const unpulled = pod(
      {
        metadata: { labels: app },
        status: { containerStatuses: [{ name: 'loki', ready: false, state: { waiting } }] },
      },
      'loki-0',
    )
    const head = 'StatefulSet monitoring/loki: 0 of 1 Pods are ready'
    expect(await told(workload, unscheduled)).toEqual([`${head}; loki-0 is on no node: 0/3 nodes are available`])
    expect(await told(workload, unpulled)).toEqual([
      `${head}; loki of loki-0 is not ready: ImagePullBackOff: Back-off pulling image`,
    ])
    expect(await told(workload, pod({ metadata: { labels: { app: 'other' } }, status: {} }))).toEqual([head])
  })
})

describe('nothing is told', () => {
  test.each<[string, KubernetesObject]>([
    ['of what is ready', statefulSet({ metadata: { labels }, spec: { replicas: 1 }, status: { readyReplicas: 1 } })],
    [
      'of what a Kustomization brought that is ready',
      statefulSet({ metadata: { labels: broughtBy('tempo') }, spec: { replicas: 1 }, status: {} }),
    ],
    ['of what nobody in the fleet brought', statefulSet({ spec: { replicas: 1 }, status: {} })],
    ['of a Service inside the cluster', object('v1', 'Service')({ metadata: { labels }, spec: { type: 'ClusterIP' } })],
    ['of what never says how it stands', object('example.com/v1', 'Thing')({ metadata: { labels } })],
  ])('%s', async (_, one) => {
    expect(await told(one)).toEqual([])
  })

  test('where all is ready: nothing is asked', async () => {
    const { ask, asked } = cluster()
    expect(await objectsBehind(ask, [], [])).toEqual([])
    expect(asked).toEqual([])
  })

  test('by a cluster that does not answer any more, which hides nothing that is known', async () => {
    const silent: Kubectl = async () => {
      throw new Refusal('the server is gone')
    }
    expect(await objectsBehind(silent, [loki], [])).toEqual([])
  })
})

test('custom resources are looked for that were applied, and others may not even be known', async () => {
  const entries = ['monitoring_loki_cert-manager.io_Certificate', 'monitoring_loki_apps_StatefulSet'].map((id) => ({
    id,
  }))
  const resources = [
    { group: 'cert-manager.io', kind: 'Issuer' },
    { kind: 'Service' },
    { group: 'argoproj.io', kind: 'Application' },
  ]
  const units = [kustomization({ status: { inventory: { entries } } }), application({ status: { resources } })]
  const { ask, asked } = cluster()
  await objectsBehind(ask, [loki, waits('Application argocd/monitoring.loki')], units)
  expect(asked).toEqual([
    'deployments,statefulsets,daemonsets,jobs,persistentvolumeclaims,services,pods,certificate.cert-manager.io,issuer.cert-manager.io',
  ])
})

test.each<[string, Readonly<Record<string, unknown>>]>([
  [
    'HelmRelease monitoring/loki',
    { labels: { 'helm.toolkit.fluxcd.io/name': 'loki', 'helm.toolkit.fluxcd.io/namespace': 'monitoring' } },
  ],
  [
    'Application argocd/monitoring.loki',
    { annotations: { 'argocd.argoproj.io/tracking-id': 'monitoring.loki:apps/StatefulSet:monitoring/loki' } },
  ],
])('what keeps %s is told at its place in the fleet, with what to look at', async (unit, metadata) => {
  const [behind] = await objectsBehind(cluster(statefulSet({ metadata, spec: {}, status: {} })).ask, [waits(unit)], [])
  expect(behind && notReady(behind)).toEqual({
    rule: 'ready',
    place,
    reason: 'StatefulSet monitoring/loki is not Ready: 0 of 1 Pods are ready',
    fix: 'see kubectl describe statefulset -n monitoring loki, mend the fleet, render, commit and push',
  })
})
