import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import type { BuiltFolder } from '../../../generators/verify/built-folder.ts'

/** A folder that was built to these objects. */
export const folder = (...objects: readonly KubernetesObject[]): BuiltFolder => ({
  folder: 'apps/dev/monitoring/alerts',
  place: ['environments', 'dev', 'alerts'],
  objects,
})

export const ruleOf = (groups: readonly object[]): KubernetesObject => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'alerts', namespace: 'monitoring' },
  spec: { groups },
})

/** A Deployment whose container mounts ConfigMaps, by path. */
export const deployment = ({
  mounts,
  env = {},
}: {
  readonly mounts: Readonly<Record<string, { readonly name: string }>>
  readonly env?: Readonly<Record<string, string>>
}): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'reader', namespace: 'monitoring' },
  spec: {
    template: {
      spec: {
        containers: [
          {
            name: 'reader',
            env: [
              ...Object.entries(env).map(([name, value]) => ({ name, value })),
              { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
              { name: 'NODE_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } },
            ],
            volumeMounts: Object.entries(mounts).map(([mountPath, { name }]) => ({ name, mountPath })),
          },
        ],
        volumes: Object.values(mounts).map((configMap) => ({ name: configMap.name, configMap })),
      },
    },
  },
})
