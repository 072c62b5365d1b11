import { Deployment } from 'kubernetes-models/apps/v1/Deployment'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget'
import { expect, test } from 'vitest'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { deployment } from '../../../generators/objects/kubernetes/deployment.ts'
import { podDisruptionBudget } from '../../../generators/objects/kubernetes/pod-disruption-budget.ts'

const web = deployment({
  name: 'web',
  annotations: { note: 'hello' },
  replicas: 3,
  container: { name: 'server', image: 'example/web:1.0', ports: [{ name: 'http', containerPort: 80 }] },
  user: 1000,
  graceSeconds: 60,
})

test('a Deployment runs its container with no right and nowhere to write, one Pod a node', () => {
  const object: KubernetesObject = web

  expect(object).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', labels: { 'app.kubernetes.io/name': 'web' }, annotations: { note: 'hello' } },
    spec: {
      replicas: 3,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
      template: {
        metadata: { labels: { 'app.kubernetes.io/name': 'web' } },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 1000,
            runAsGroup: 1000,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          terminationGracePeriodSeconds: 60,
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'kubernetes.io/hostname',
              whenUnsatisfiable: 'DoNotSchedule',
              labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
              matchLabelKeys: ['pod-template-hash'],
              nodeTaintsPolicy: 'Honor',
            },
          ],
          containers: [
            {
              name: 'server',
              image: 'example/web:1.0',
              ports: [{ name: 'http', containerPort: 80 }],
              securityContext: {
                allowPrivilegeEscalation: false,
                capabilities: { drop: ['ALL'] },
                readOnlyRootFilesystem: true,
              },
            },
          ],
        },
      },
    },
  })
})

test('a disruption budget lets one Pod of the Deployment go at a time, even the only one', () => {
  const budget: KubernetesObject = podDisruptionBudget('web')

  expect(budget).toEqual({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web', labels: { 'app.kubernetes.io/name': 'web' } },
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  })
})

test('both hold against the schemas of Kubernetes', () => {
  expect(() => new Deployment(web).validate()).not.toThrow()
  expect(() => new PodDisruptionBudget(podDisruptionBudget('web')).validate()).not.toThrow()
})
